import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inSandbox } from '../support/sandbox.ts';

const file = (name: string) => readFileSync(new URL(`../../scripts/${name}`, import.meta.url), 'utf8');
const meanings = (labels: readonly string[]) =>
  inSandbox<string, string>(
    `${file('sign-in/button-words.js')}\nfunction answer(label) { return buttons.meaning(label); }`,
    labels,
  );

const LANGUAGES: readonly (readonly [
  language: string,
  allow: string,
  goOn: string,
  refuse: readonly string[],
])[] = [
  [
    'English',
    'Allow access',
    'Continue',
    ['Deny', 'Continue without allowing', 'Don’t allow', "Don't allow", 'Not now'],
  ],
  [
    'German',
    'Zugriff erlauben',
    'Weiter',
    ['Ablehnen', 'Ohne Zustimmung fortfahren', 'Nicht zulassen', 'Zurück'],
  ],
  [
    'French',
    'Autoriser l’accès',
    'Continuer',
    ['Refuser', 'Continuer sans accepter', 'Ne pas autoriser', 'Annuler'],
  ],
  ['Spanish', 'Permitir', 'Sí', ['Denegar', 'Continuar sin aceptar', 'No permitir', 'Atrás']],
  ['Portuguese', 'Autorizar', 'Sim', ['Negar', 'Continuar sem permitir', 'Não permitir', 'Cancelar']],
  ['Indonesian', 'Izinkan', 'Lanjutkan', ['Tolak', 'Lanjutkan tanpa mengizinkan', 'Jangan izinkan', 'Batal']],
  [
    'Russian',
    'Разрешить',
    'Продолжить',
    ['Отклонить', 'Продолжить без разрешения', 'Не разрешить', 'Отмена', 'Выйти'],
  ],
  ['Hindi', 'अनुमति दें', 'जारी रखें', ['अस्वीकार करें', 'अनुमति न दें', 'अनुमति के बिना जारी रखें', 'रद्द करें']],
  ['Bengali', 'অনুমতি দিন', 'চালিয়ে যান', ['বাতিল করুন', 'অনুমতি দেবেন না', 'অনুমতি ছাড়া চালিয়ে যান']],
  ['Arabic', 'السماح', 'متابعة', ['رفض', 'عدم السماح', 'متابعة بدون السماح', 'إلغاء']],
  ['Urdu', 'اجازت دیں', 'جاری رکھیں', ['مسترد کریں', 'اجازت نہ دیں', 'بغیر اجازت جاری رکھیں']],
  ['Chinese', '允许', '继续', ['拒绝', '不允许', '取消', '不同意并继续']],
  ['traditional Chinese', '允許', '繼續', ['拒絕', '不允許', '取消']],
  ['Japanese', '許可する', '続ける', ['拒否', '許可しない', 'キャンセル', '許可せずに続ける']],
];

test.each(LANGUAGES)(
  'in %s, "%s" allows, "%s" goes on, and %j do neither',
  async (...[, allow, goOn, refuse]) => {
    expect(await meanings([allow, allow.toUpperCase(), goOn, ...refuse])).toEqual([
      'allow',
      'allow',
      'go on',
      ...refuse.map(() => 'refuse'),
    ]);
  },
);

test.each([
  ['Authorize Notepad', 'allow'],
  ['Continue as Ann', 'go on'],
  ['Continue with Google', 'refuse'],
  ['Sign in with an account that you allow', 'refuse'],
  ['Submit', ''],
  ['Allowance', ''],
  ['', ''],
])('%j means %j', async (label, meaning) => {
  expect(await meanings([label])).toEqual([meaning]);
});
