package ecpay.acceptance.actor;

import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings notices of AIO that bear ECPay's signature and say what the sandbox never would. The keys
 * are those that ECPay publishes for its stage.
 */
public final class Postman {
  private static final CryptoKeys KEYS = CryptoKeys.of("pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs");

  private final URI platform;
  private final Web web;

  public Postman(URI platform, Web web) {
    this.platform = platform;
    this.web = web;
  }

  /**
   * Says that an order was paid.
   *
   * @param returnUrl the ReturnURL of its form
   * @param said what the notice says otherwise than that 2,180 TWD came to merchant 3002607
   * @return what the platform answers
   */
  public String saysPaid(String returnUrl, String tradeNo, Map<String, String> said) {
    Map<String, String> notice = new LinkedHashMap<>();
    notice.put("MerchantID", "3002607");
    notice.put("MerchantTradeNo", tradeNo);
    notice.put("StoreID", "");
    notice.put("TradeNo", "2703021000000001");
    notice.put("RtnCode", "1");
    notice.put("RtnMsg", "交易成功");
    notice.put("TradeAmt", "2180");
    notice.put("PaymentDate", "2027/03/02 10:00:00");
    notice.put("TradeDate", "2027/03/02 09:00:00");
    notice.put("PaymentType", "ATM_FIRST");
    notice.put("PaymentTypeChargeFee", "10.5");
    notice.put("SimulatePaid", "0");
    notice.put("OfLaterYears", "a field of which nobody has heard + 1");
    notice.putAll(said);
    URI there = platform.resolve(URI.create(returnUrl).getPath());
    return web.post(there, Forms.TYPE, signed(notice), Map.of()).expect(200).body();
  }

  private static String signed(Map<String, String> notice) {
    List<Field> fields = new ArrayList<>();
    notice.forEach((name, value) -> fields.add(new Field(name, value)));
    String mac = CheckMac.with(KEYS).compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
    fields.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(fields);
  }
}
