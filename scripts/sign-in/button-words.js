// ---- What buttons say: English, German, French and the ten most used languages -----------------------------------

/**
 * `allow` gives somebody something; `goOn` says no more than that the next page may come; `refuse` spoils either. Words are
 * compared whole, without accents. Chinese and Japanese have no spaces: there, a piece of the text is enough.
 */
const BUTTON_WORDS = {
  english: {
    allow: 'allow approve accept authorize authorise grant agree consent permit',
    goOn: 'confirm continue proceed yes ok okay',
    refuse:
      'deny denied cancel refuse decline reject disallow disagree no not dont cannot never without skip later back abort ' +
      'delete revoke logout signout out switch block dismiss close exit leave opt instead another different',
  },
  german: {
    allow:
      'zulassen erlauben erlaube gestatten genehmigen zustimmen zustimme akzeptieren akzeptiere annehmen autorisieren ' +
      'einwilligen freigeben einverstanden gewahren',
    goOn: 'bestatigen fortfahren fortsetzen weiter ja',
    refuse:
      'ablehnen lehne verweigern abbrechen nein nicht ohne zuruck widerrufen loschen abmelden verbieten kein keine keinen ' +
      'spater wechseln sperren nie niemals schliessen schließen anderes',
  },
  french: {
    allow:
      'autoriser autorise accepter accepte approuver approuve permettre permets consentir consens accorder accorde',
    goOn: 'confirmer confirme continuer continue poursuivre valider oui',
    refuse:
      'refuser refuse annuler non ne pas sans retour rejeter rejette interdire revoquer supprimer deconnexion deconnecter ' +
      'decliner bloquer jamais tard quitter fermer autre',
  },
  spanish: {
    allow: 'permitir permito autorizar autorizo aceptar acepto aprobar apruebo conceder consentir acuerdo',
    goOn: 'confirmar continuar si',
    refuse:
      'denegar rechazar rechazo cancelar no sin volver atras revocar eliminar bloquear negar nunca salir ahora despues cerrar otra',
  },
  portuguese: {
    allow:
      'permitir permito autorizar autorizo aceitar aceito aprovar aprovo conceder concordo concordar consentir',
    goOn: 'confirmar continuar sim',
    refuse:
      'negar recusar recuso rejeitar cancelar nao sem voltar revogar excluir bloquear sair nunca depois fechar outra',
  },
  indonesian: {
    allow: 'izinkan mengizinkan setuju setujui menyetujui terima otorisasi otorisasikan berikan',
    goOn: 'konfirmasi lanjutkan lanjut ya',
    refuse: 'tolak menolak batal batalkan tidak jangan tanpa kembali keluar hapus cabut nanti tutup lain',
  },
  russian: {
    allow:
      'разрешить разрешаю принять принимаю согласен согласна согласиться одобрить предоставить авторизовать позволить',
    goOn: 'подтвердить продолжить далее да',
    refuse:
      'отклонить отказать отказаться отмена отменить нет не без назад запретить выити выход удалить отозвать позже закрыть другои',
  },
  hindi: {
    allow: 'अनुमति स्वीकार स्वीकृत सहमत मंजूर मंज़ूर',
    goOn: 'पुष्टि जारी हाँ हां ठीक',
    refuse: 'अस्वीकार रद्द नहीं मना असहमत वापस इनकार इंकार बिना न बाद हटाएं',
  },
  bengali: {
    allow: 'অনুমতি সম্মত গ্রহণ স্বীকার অনুমোদন রাজি মঞ্জুর',
    goOn: 'নিশ্চিত চালিয়ে হ্যাঁ এগিয়ে',
    refuse: 'বাতিল প্রত্যাখ্যান না অস্বীকার ফিরে ছাড়া নয় পরে',
  },
  arabic: {
    allow: 'السماح سماح اسمح أسمح موافق موافقة الموافقة أوافق قبول أقبل تفويض منح',
    goOn: 'تأكيد متابعة استمرار نعم',
    refuse: 'رفض الرفض ارفض أرفض إلغاء الغاء الإلغاء لا عدم رجوع دون بدون منع خروج لاحقا حذف',
  },
  urdu: {
    allow: 'اجازت قبول منظور متفق',
    goOn: 'تصدیق جاری ہاں',
    refuse: 'مسترد منسوخ نہیں انکار رد واپس نہ بغیر بعد حذف',
  },
  chinese: {
    allow: '允许 允許 同意 授权 授權 接受 批准 许可 許可',
    goOn: '确认 確認 确定 確定 继续 繼續',
    refuse: '拒 取消 不 否 返回 撤 删除 刪除 退出 稍后 稍後 其他',
  },
  japanese: {
    allow: '許可 承認 同意 承諾 許諾 認可',
    goOn: '確認 続行 続ける 次へ はい',
    refuse: '拒否 拒絶 キャンセル いいえ 戻る ない ません せず 中止 取り消 取消 後で ほか 別の',
  },
};

/** Reads what a button says; pure functions. */
function makeButtonReader() {
  const unaccented = (text) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
  const lists = { allow: new Set(), goOn: new Set(), refuse: new Set() };
  const pieces = { allow: [], goOn: [], refuse: [] };
  Object.keys(BUTTON_WORDS).forEach((language) => {
    const withoutSpaces = language === 'chinese' || language === 'japanese';
    Object.keys(lists).forEach((kind) => {
      BUTTON_WORDS[language][kind].split(' ').forEach((word) => {
        if (withoutSpaces) pieces[kind].push(word);
        else lists[kind].add(unaccented(word));
      });
    });
  });

  function says(label, kind) {
    const text = unaccented(label).replace(/n['’]t\b/g, ' not');
    const words = text.split(/[^\p{L}\p{M}\p{N}]+/u);
    return (
      words.some((word) => lists[kind].has(word)) || pieces[kind].some((piece) => text.indexOf(piece) !== -1)
    );
  }

  /** `allow`, `go on`, `refuse`, or empty where it says none of these. "Continue with …" leads to another sign-in. */
  function meaning(label) {
    if (says(label, 'refuse') || /\b(continue|sign ?in|log ?in) with\b/i.test(label)) return 'refuse';
    if (says(label, 'allow')) return 'allow';
    return says(label, 'goOn') ? 'go on' : '';
  }

  return { meaning };
}

const buttons = makeButtonReader();
