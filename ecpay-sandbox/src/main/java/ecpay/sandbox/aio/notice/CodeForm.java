package ecpay.sandbox.aio.notice;

import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioTrade;

/**
 * What a buyer pays by, as PaymentInfoURL, ClientRedirectURL and QueryPaymentInfo carry it
 * (payments-aio.md section 3.2).
 */
public final class CodeForm {
  /** A virtual account was given, or a BNPL application received. */
  private static final int GIVEN = 2;

  /** A store code or barcode was given. */
  private static final int STORE_GIVEN = 10100073;

  private CodeForm() {}

  /**
   * The form of a trade that has something to pay by, or a BNPL application.
   *
   * @param url the sandbox's own address
   */
  public static SignedForm of(AioTrade trade, String url) {
    var choice = trade.choice().orElseThrow();
    var store = choice.method() == AioMethod.CVS || choice.method() == AioMethod.BARCODE;
    var form = ResultForm.head(trade);
    form.put("RtnCode", store ? STORE_GIVEN : GIVEN)
        .put("RtnMsg", message(choice.method()))
        .put("TradeAmt", trade.order().amount())
        .put("PaymentType", choice.paymentType())
        .put("TradeDate", trade.tradeDate().format(Formats.PAYMENT_TIME));
    ResultForm.customFields(form, trade);
    if (choice.method() == AioMethod.BNPL) {
      return form.put("BNPLTradeNo", "BN" + trade.tradeNo()).put("BNPLInstallment", 3);
    }
    return put(form, trade, choice.method(), url);
  }

  private static String message(AioMethod method) {
    return switch (method) {
      case ATM -> "Get VirtualAccount Succeeded";
      case CVS -> "Get CVS Code Succeeded.";
      case BARCODE -> "Get Barcode Succeeded.";
      case BNPL, CREDIT, WEB_ATM, APPLE_PAY, TWQR, WEIXIN, DIGITAL_PAYMENT ->
          "Application received.";
    };
  }

  private static SignedForm put(SignedForm form, AioTrade trade, AioMethod method, String url) {
    var code = trade.code().orElseThrow();
    if (method == AioMethod.ATM) {
      return form.put("BankCode", Banks.code(trade.choice().orElseThrow().brand()))
          .put("vAccount", code.account())
          .put("ExpireDate", code.expiry().format(Formats.PAYMENT_DATE));
    }
    form.put("ExpireDate", code.expiry().format(Formats.PAYMENT_TIME));
    if (method == AioMethod.CVS) {
      return form.put("PaymentNo", code.storeCode())
          .put("PaymentURL", url + "/aio/" + trade.pageId())
          .put("Barcode1", "")
          .put("Barcode2", "")
          .put("Barcode3", "");
    }
    return form.put("PaymentNo", "")
        .put("Barcode1", code.barcode1())
        .put("Barcode2", code.barcode2())
        .put("Barcode3", code.barcode3());
  }
}
