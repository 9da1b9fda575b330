package ecpay.sandbox.aio.notice;

import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.aio.AioTrade.Status;

/** The result of a payment as ReturnURL, OrderResultURL and queries carry it. */
public final class ResultForm {
  private ResultForm() {}

  /** ReturnURL and OrderResultURL (payments-aio.md sections 3.1 and 3.4). */
  static SignedForm of(AioTrade trade, int code, String message, boolean simulated) {
    var form = head(trade);
    form.put("PlatformID", trade.order().platformId())
        .put("RtnCode", code)
        .put("RtnMsg", message)
        .put("TradeAmt", trade.order().amount())
        .put("PaymentDate", paymentDate(trade))
        .put("TradeDate", trade.tradeDate().format(Formats.PAYMENT_TIME))
        .put("PaymentType", paymentType(trade))
        .put("PaymentTypeChargeFee", fee(trade))
        .put("SimulatePaid", simulated ? 1 : 0);
    customFields(form, trade);
    if (trade.order().extras()) {
      ExtraFields.put(form, trade);
    }
    return form;
  }

  /** MerchantID, StoreID and the two numbers of the trade. */
  public static SignedForm head(AioTrade trade) {
    return new SignedForm()
        .put("MerchantID", trade.order().merchantId())
        .put("MerchantTradeNo", trade.order().merchantTradeNo())
        .put("StoreID", trade.order().storeId())
        .put("TradeNo", trade.tradeNo());
  }

  public static void customFields(SignedForm form, AioTrade trade) {
    for (int i = 0; i < 4; i++) {
      form.put("CustomField" + (i + 1), trade.order().customFields().get(i));
    }
  }

  public static String paymentType(AioTrade trade) {
    return trade.choice().map(c -> c.paymentType()).orElse("");
  }

  /** Empty until it is paid. */
  public static String paymentDate(AioTrade trade) {
    return trade.paymentDate().map(t -> t.format(Formats.PAYMENT_TIME)).orElse("");
  }

  /** A decimal; 0 until it is paid. */
  public static String fee(AioTrade trade) {
    return trade.status() == Status.PAID ? trade.fee().toPlainString() : "0";
  }
}
