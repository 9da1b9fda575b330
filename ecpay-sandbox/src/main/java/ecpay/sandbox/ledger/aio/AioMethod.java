package ecpay.sandbox.ledger.aio;

import java.util.List;
import java.util.Optional;

/** The values of ChoosePayment other than ALL, with the brands of ChooseSubPayment. */
public enum AioMethod {
  CREDIT("Credit", "信用卡 Credit card"),
  ATM("ATM", "ATM 虛擬帳號 ATM transfer"),
  CVS("CVS", "超商代碼 Store code"),
  BARCODE("BARCODE", "超商條碼 Barcode"),
  WEB_ATM("WebATM", "網路 ATM WebATM"),
  APPLE_PAY("ApplePay", "Apple Pay"),
  TWQR("TWQR", "TWQR 行動支付"),
  BNPL("BNPL", "無卡分期 Buy now, pay later"),
  WEIXIN("WeiXin", "微信支付 WeChat Pay"),
  DIGITAL_PAYMENT("DigitalPayment", "電子支付 E-wallet");

  private static final List<String> BANKS =
      List.of(
          "TAISHIN",
          "BOT",
          "CHINATRUST",
          "FIRST",
          "LAND",
          "CATHAY",
          "PANHSIN",
          "ESUN",
          "FUBON",
          "TACHONG",
          "KGI");

  private final String wireName;
  private final String title;

  AioMethod(String wireName, String title) {
    this.wireName = wireName;
    this.title = title;
  }

  /** As ChoosePayment and IgnorePayment write it. */
  public String wireName() {
    return wireName;
  }

  /** As the buyer reads it. */
  public String title() {
    return title;
  }

  /** Banks, stores or wallets, the usual one first; empty when there is no choice. */
  public List<String> brands() {
    return switch (this) {
      case ATM, WEB_ATM -> BANKS;
      case CVS -> List.of("CVS", "OK", "FAMILY", "HILIFE", "IBON");
      case BARCODE -> List.of("BARCODE");
      case TWQR -> List.of("OPAY");
      case BNPL -> List.of("URICH", "ZINGALA");
      case DIGITAL_PAYMENT -> List.of("Jkopay", "iPASS");
      case CREDIT, APPLE_PAY, WEIXIN -> List.of();
    };
  }

  /** Whether the buyer is given something to pay by later at a bank or a shop. */
  public boolean givesCode() {
    return this == ATM || this == CVS || this == BARCODE;
  }

  /** Whether a card is charged, so that an authorisation is captured and refunded later. */
  public boolean isCard() {
    return this == CREDIT || this == APPLE_PAY;
  }

  /** PaymentType of a notice or query for this brand (payments-aio.md section 6). */
  public String paymentType(String brand) {
    return switch (this) {
      case CREDIT -> "Credit_CreditCard";
      case APPLE_PAY, WEIXIN -> wireName;
      case ATM, CVS, BARCODE, WEB_ATM, TWQR, BNPL, DIGITAL_PAYMENT -> wireName + "_" + brand;
    };
  }

  /** The method that ChoosePayment calls by this name. */
  public static Optional<AioMethod> named(String wireName) {
    for (var method : values()) {
      if (method.wireName.equals(wireName)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
