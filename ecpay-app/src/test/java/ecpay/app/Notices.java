package ecpay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.Payload;
import ecpay.crypto.SpaceEncoding;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** What ECPay sends us, encrypted and signed as ECPay does. */
public final class Notices {
  private static final CryptoKeys PAYMENT = CryptoKeys.of(Shop.PAYMENT_KEY, Shop.PAYMENT_IV);
  private static final CryptoKeys INVOICE = CryptoKeys.of(Shop.INVOICE_KEY, Shop.INVOICE_IV);

  private Notices() {}

  /** CB-01: money came, 1,000 TWD by card. */
  public static String paid(String tradeNo) {
    return envelope(1, "交易成功", tradeNo);
  }

  /** CB-01: what a repeat of {@link #paid} looks like. */
  public static String paidAgain(String tradeNo) {
    return envelope(1, "paid", tradeNo);
  }

  public static String declined(String tradeNo) {
    return envelope(10200058, "card refused", tradeNo);
  }

  private static String envelope(int rtnCode, String rtnMsg, String tradeNo) {
    String data =
        """
        {"RtnCode":%d,"RtnMsg":"%s","MerchantID":"1000001",
         "OrderInfo":{"MerchantTradeNo":"%s","TradeNo":"2611211200000001","TradeAmt":1000,
          "TradeDate":"2026/11/21 12:00:00","PaymentType":"Credit",
          "PaymentDate":"2026/11/21 12:00:05","ChargeFee":20,"TradeStatus":"1"},
         "CardInfo":{"AuthCode":"777777","Gwsr":123456,"Eci":5,"Stage":0,
          "Card6No":"431195","Card4No":"2222","IssuingBank":"測試銀行"}}
        """
            .formatted(rtnCode, rtnMsg, tradeNo);
    return of(data);
  }

  /** CB-01 with such data. */
  public static String of(String data) {
    return """
    {"MerchantID":"1000001","RpHeader":{"Timestamp":1795233600},"TransCode":1,\
    "TransMsg":"Success","Data":"%s"}\
    """
        .formatted(Payload.with(PAYMENT).encrypt(data));
  }

  /** CB-02: what the buyer's browser brings back. */
  public static String resultForm(String tradeNo) {
    return "ResultData=" + URLEncoder.encode(paid(tradeNo), UTF_8);
  }

  /** CB-11: the buyer consented to an allowance. */
  public static String consent(String allowanceNumber, String invoiceNumber, long remaining) {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                new Field("RtnCode", "1"),
                new Field("RtnMsg", ""),
                new Field("IA_Allow_No", allowanceNumber),
                new Field("IA_Invoice_No", invoiceNumber),
                new Field("IA_Date", "2026-11-21 13:13:23"),
                new Field("IIS_Remain_Allowance_Amt", Long.toString(remaining))));
    fields.add(
        new Field(
            CheckMac.FIELD,
            CheckMac.with(INVOICE).compute(fields, Digest.SHA256, SpaceEncoding.PERCENT20)));
    return FormFields.write(fields);
  }
}
