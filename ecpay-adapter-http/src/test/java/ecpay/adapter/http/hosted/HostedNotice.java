package ecpay.adapter.http.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.Facts;
import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ECPay writes when a hosted order is paid, and how it signs that. */
final class HostedNotice {
  private HostedNotice() {}

  /** With the least that is always there. */
  static Map<String, String> paid() {
    Map<String, String> notice = new LinkedHashMap<>();
    notice.put("MerchantID", "3002607");
    notice.put("MerchantTradeNo", Facts.TRADE_NO.value());
    notice.put("StoreID", "");
    notice.put("TradeNo", "2603051709080012");
    notice.put("RtnCode", "1");
    notice.put("RtnMsg", "交易成功");
    notice.put("TradeAmt", "1680");
    notice.put("PaymentDate", "2026/03/05 09:09:10");
    notice.put("TradeDate", "2026/03/05 09:08:07");
    notice.put("PaymentType", "Credit_CreditCard");
    notice.put("PaymentTypeChargeFee", "46.2");
    notice.put("SimulatePaid", "0");
    return notice;
  }

  /** Paid by card, with more fields and their values by turns. */
  static Map<String, String> card(String... more) {
    Map<String, String> notice = paid();
    notice.put("gwsr", "10735183");
    notice.put("process_date", "2026/03/05 09:09:10");
    notice.put("auth_code", "777777");
    notice.put("amount", "1680");
    notice.put("card4no", "2222");
    notice.put("card6no", "431195");
    notice.put("eci", "05");
    for (int i = 0; i < more.length; i += 2) {
      notice.put(more[i], more[i + 1]);
    }
    return notice;
  }

  static byte[] signed(CryptoKeys keys, Map<String, String> notice) {
    List<Field> fields = new ArrayList<>();
    notice.forEach((name, value) -> fields.add(new Field(name, value)));
    String mac = CheckMac.with(keys).compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
    fields.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(fields).getBytes(UTF_8);
  }

  static byte[] signed(Map<String, String> notice) {
    return signed(Facts.PAYMENT_KEYS, notice);
  }
}
