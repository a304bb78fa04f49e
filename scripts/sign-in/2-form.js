// ---- 2. Forms: what a browser would send (HTML Living Standard, section 4.10.21) ----------------------------

/** The forms of a page; a login page has a handful, and reading thousands would take for ever. */
function formsOf($) {
  return $('form').toArray().slice(0, 50);
}

/** The value of an attribute as it stands, asked of the element itself: a selection for each question takes long. */
function attributeOf(element, name) {
  return element.attribs[name];
}

/** The element itself or the nearest one around it that meets the condition; undefined when none does. */
function nearest(element, condition) {
  for (let candidate = element; candidate && candidate.attribs; candidate = candidate.parent) {
    if (condition(candidate)) return candidate;
  }
  return undefined;
}

/** What was found out about the page at hand; looking through a large page again and again would take for ever. */
const atHand = { page: null, byForm: new Map(), base: undefined };

/**
 * The elements of a form in page order, those that name it by the attribute `form` among them. All forms of the page
 * are sorted out at once: a page may have thousands of elements.
 */
function controlsOf($, form) {
  if (atHand.page !== $) {
    atHand.page = $;
    atHand.base = $('base[href]').first().attr('href');
    const named = new Map();
    $('form')
      .toArray()
      .reverse()
      .forEach((candidate) => {
        named.set(attributeOf(candidate, 'id'), candidate);
      });
    $('input, select, textarea, button')
      .toArray()
      .forEach((control) => {
        const name = attributeOf(control, 'form');
        const isForm = (element) => element.tagName === 'form';
        const owner = name === undefined ? nearest(control, isForm) : named.get(name);
        atHand.byForm.set(owner, (atHand.byForm.get(owner) || []).concat(control));
      });
  }
  return atHand.byForm.get(form) || [];
}

function isDisabled(control) {
  const disables = (element) =>
    'disabled' in element.attribs && (element === control || element.tagName === 'fieldset');
  return nearest(control, disables) !== undefined;
}

function typeOf(control) {
  if (control.tagName !== 'input' && control.tagName !== 'button') return control.tagName;
  return (attributeOf(control, 'type') || (control.tagName === 'button' ? 'submit' : 'text')).toLowerCase();
}

/** Whether a person could see the element; styles in files are out of reach here. */
function isVisible(control) {
  if (typeOf(control) === 'hidden') return false;
  const hides = (element) => 'hidden' in element.attribs || attributeOf(element, 'aria-hidden') === 'true';
  if (nearest(control, hides) !== undefined) return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(control, 'style') || '');
}

const TEXT_TYPES = ['text', 'email', 'tel', 'number', 'url', 'username', 'textarea'];

/** Fields that a person would type into: not the password, not a search box. */
function textFields($, form) {
  return controlsOf($, form).filter(
    (control) =>
      TEXT_TYPES.indexOf(typeOf(control)) !== -1 &&
      attributeOf(control, 'name') &&
      !isDisabled(control) &&
      isVisible(control),
  );
}

function passwordFields($, form) {
  return controlsOf($, form).filter(
    (control) => typeOf(control) === 'password' && !isDisabled(control) && isVisible(control),
  );
}

function submitButtons($, form) {
  return controlsOf($, form).filter(
    (control) => ['submit', 'image'].indexOf(typeOf(control)) !== -1 && !isDisabled(control),
  );
}

/**
 * The fields that the form sends when the button is pressed, in page order, nothing collapsed: a hidden 0 and a
 * ticked box 1 of the same name are both sent. `tick` names values of unticked boxes to tick.
 */
function fieldsOf($, form, button, tick) {
  const fields = [];
  controlsOf($, form).forEach((control) => {
    const name = attributeOf(control, 'name');
    const type = typeOf(control);
    if (!name || isDisabled(control)) return;
    const value = attributeOf(control, 'value');
    if (['submit', 'button', 'reset', 'image'].indexOf(type) !== -1) {
      if (control === button && type === 'submit') fields.push([name, value || '']);
    } else if (type === 'checkbox' || type === 'radio') {
      if ('checked' in control.attribs || tick.indexOf(value) !== -1)
        fields.push([name, value === undefined ? 'on' : value]);
    } else if (type === 'select') {
      selectedOptions($, control).forEach((option) => {
        fields.push([name, optionValue($, option)]);
      });
    } else if (type === 'textarea') {
      fields.push([
        name,
        $(control)
          .text()
          .replace(/^\r?\n/, '')
          .replace(/\r\n|\r|\n/g, '\r\n'),
      ]);
    } else {
      fields.push([name, typedValue(type, value === undefined ? '' : value)]);
    }
  });
  return fields;
}

/** A text field has no line ends, whatever its attribute has; a hidden field keeps them. */
function typedValue(type, value) {
  if (type === 'hidden') return value;
  const line = value.replace(/[\r\n]/g, '');
  return type === 'email' || type === 'url' ? line.trim() : line;
}

/** The options that are sent: what is selected and disabled is not. */
function selectedOptions($, select) {
  const enabled = (option) =>
    !$(option).is('[disabled]') && $(option).closest('optgroup[disabled]').length === 0;
  const options = $(select).find('option').toArray();
  const selected = options.filter((option) => $(option).is('[selected]'));
  if ($(select).is('[multiple]')) return selected.filter(enabled);
  if (selected.length > 0) return selected.slice(-1).filter(enabled);
  return options.filter(enabled).slice(0, 1);
}

/** Whether there is the attribute is asked first: for an option without one, `attr` gives the text as it stands. */
function optionValue($, option) {
  if ($(option).is('[value]')) return $(option).attr('value');
  return $(option)
    .text()
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
}

/** Where and how the form is sent when the button is pressed. An empty action is the page's own address. */
function sendingOf($, form, button, page) {
  const own = button === undefined ? undefined : $(button);
  const method = (own && own.attr('formmethod')) || $(form).attr('method');
  const action = ((own && own.attr('formaction')) || $(form).attr('action') || '').trim();
  controlsOf($, form);
  const { base } = atHand;
  return {
    method: (method || 'get').trim().toLowerCase(),
    action:
      action === '' ? page : resolveAddress(base === undefined ? page : resolveAddress(page, base), action),
  };
}

/** What a button says, as words: its text first, and where that says nothing its name and value. */
function labelsOf($, button) {
  const words = (text) =>
    (text || '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_\-.]+/g, ' ')
      .trim();
  const seen =
    words($(button).text()) || words($(button).attr('value')) || words($(button).attr('aria-label'));
  return [seen, words([$(button).attr('name'), $(button).attr('value'), $(button).attr('id')].join(' '))];
}

const NOT_THE_LOGIN =
  /\b(cancel|back|register|sign ?up|create|forgot|reset|passkey|webauthn|google|facebook|apple|microsoft|github|guest|anonymous|search)\b/i;

/**
 * The button that approves, and whether it says clearly that it gives something, not only that the next page may come;
 * undefined when none of the form's buttons says so.
 */
function approval($, form) {
  const hint = expected.signIn.approveButton;
  if (hint && $(form).find(hint).length > 0) return { button: $(form).find(hint).get(0), isClear: true };
  const choices = submitButtons($, form).map((button) => {
    const labels = labelsOf($, button);
    return { button, said: buttons.meaning(labels[0]) || buttons.meaning(labels[1]) };
  });
  const saying = (said) => choices.filter((choice) => choice.said === said)[0];
  const choice = saying('allow') || saying('go on');
  return choice && { button: choice.button, isClear: choice.said === 'allow' };
}

/** The button that a person would press to sign in; undefined when the form has none. */
function loginButton($, form) {
  const buttons = submitButtons($, form);
  return buttons.filter((button) => !NOT_THE_LOGIN.test(labelsOf($, button).join(' ')))[0] || buttons[0];
}
