package ecpay.sandbox.payment.form;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;

/**
 * OrderInfo of a request, checked (payments-ecpg.md section 3).
 *
 * @param amount whole TWD, at least 1
 */
public record OrderInfo(
    String merchantTradeNo, long amount, String itemName, String returnUrl, Fields fields) {
  /** Reads the object OrderInfo of a Data. */
  public static OrderInfo read(Fields data) {
    var order = data.requiredObject("OrderInfo");
    var number = order.requiredText("MerchantTradeNo", 20);
    if (!Formats.isAlphanumeric(number)) {
      throw order.malformed("MerchantTradeNo", "has other characters than letters and digits");
    }
    if (!Formats.isPaymentTime(order.requiredText("MerchantTradeDate", 20))) {
      throw order.malformed("MerchantTradeDate", "must be yyyy/MM/dd HH:mm:ss");
    }
    var amount = order.requiredWhole("TotalAmount", 1, Integer.MAX_VALUE);
    var returnUrl = Formats.requiredCallbackUrl(order, "ReturnURL");
    order.requiredText("TradeDesc", 200);
    return new OrderInfo(number, amount, order.requiredText("ItemName", 400), returnUrl, order);
  }
}
