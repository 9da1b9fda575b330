package ecpay.app.web.checkout;

/** A page that says one thing. */
public record MessagePage(String chinese, String english) {
  static final MessagePage NO_SUCH_PAYMENT =
      new MessagePage("找不到這筆付款", "There is no such payment. Please follow the link of your shop.");

  static final MessagePage NOT_OPENED =
      new MessagePage(
          "目前無法開啟付款，請稍後再試",
          "The payment form cannot be opened at the moment. Nothing was charged; please try later.");

  static final MessagePage NO_TOKEN =
      new MessagePage(
          "付款資料不完整，請回上一頁再試", "The payment data are incomplete. Please go back and try again.");

  /** For who tries too often; the time is in Taipei. */
  static MessagePage later(String from) {
    return new MessagePage(
        "付款嘗試次數過多，請於 " + from + " 之後再試",
        "This order was tried too often. Nothing was charged now; please try again after "
            + from
            + ".");
  }

  /** For a return that cannot be shown to come from ECPay: says nothing about any order. */
  static final MessagePage RETURNED =
      new MessagePage(
          "謝謝您，付款結果以商店通知為準", "Thank you. The shop will tell you how your payment ended.");
}
