package ecpay.adapter.http.statement;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a column of a statement file can be, and by which headers it is known (U-03). A header of
 * the settings comes before these.
 */
enum Column {
  /** MerchantTradeNo; needed. */
  ORDER_NUMBER("特店訂單編號", "特店交易編號", "廠商訂單編號", "訂單編號", "MerchantTradeNo"),
  /** TradeNo. */
  ECPAY_NUMBER("綠界訂單編號", "綠界交易編號", "TradeNo"),
  /** The bank's number of the authorization. */
  AUTHORIZATION("授權單號", "Gwsr"),
  ORDER_DATE("訂單日期", "TradeDate"),
  PAYMENT_DATE("付款日期", "交易日期", "PaymentDate"),
  SETTLEMENT_DATE("結算日期", "請款日期"),
  /** Whole TWD; needed. */
  AMOUNT("交易金額", "訂單金額", "TradeAmt"),
  METHOD("付款方式", "PaymentType"),
  /** Paid, unpaid or failed; a file without it tells of payments only. */
  STATUS("付款狀態"),
  /** Payment or refund, for a file that writes refunds without a sign. */
  DIRECTION("交易類別"),
  FEE("手續費", "交易手續費", "金流手續費", "服務費(%數)"),
  /** A further fee beside the first. */
  PROCESS_FEE("交易處理費", "處理費", "金流處理費"),
  /** What a platform takes; a further fee. */
  PLATFORM_FEE("平台手續費"),
  DISBURSEMENT_DATE("撥款日期"),
  DISBURSED("撥款金額", "應收款項(淨額)", "應收款項");

  private final ImmutableList<String> headers;

  Column(String... headers) {
    this.headers = ImmutableList.copyOf(headers);
  }

  /** The headers by which it is known without any setting, the likeliest first. */
  List<String> headers() {
    return headers;
  }

  boolean isNeeded() {
    return this == ORDER_NUMBER || this == AMOUNT;
  }

  /** Its name in the settings, such as {@code order-number}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Column::key).toList();
  }
}
