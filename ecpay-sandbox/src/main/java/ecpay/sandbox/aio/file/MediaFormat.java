package ecpay.sandbox.aio.file;

import java.util.List;

/**
 * The columns of TradeNoAio for each MediaFormated (D-41). The reference knows the concepts only
 * (U-03), so these headers are the sandbox's own.
 */
enum MediaFormat {
  /** 0: the concepts the reference names, in its order. */
  OLD(List.of("特店訂單編號", "綠界訂單編號", "訂單日期", "訂單金額", "付款方式", "手續費", "撥款日期")),
  /** 1: with states and what is passed on. */
  NEW(
      List.of(
          "訂單日期", "特店訂單編號", "綠界訂單編號", "付款方式", "付款狀態", "付款日期", "訂單金額", "手續費", "應收款項", "撥款狀態",
          "撥款日期")),
  /** 2: with the fee in two columns, and cells of the form {@code =1000} (field reports). */
  SPLIT(
      List.of(
          "訂單日期", "特店訂單編號", "綠界訂單編號", "付款方式", "付款狀態", "付款日期", "訂單金額", "交易手續費", "交易處理費", "應收款項",
          "撥款狀態", "撥款日期"));

  private final String header;

  MediaFormat(List<String> header) {
    this.header = String.join(",", header);
  }

  List<String> header() {
    return List.of(header.split(","));
  }

  /** The cells as this format writes them; what is empty stays so. */
  List<Object> written(List<Object> cells) {
    return this == SPLIT
        ? cells.stream().<Object>map(cell -> "".equals(cell) ? cell : "=" + cell).toList()
        : cells;
  }

  static MediaFormat numbered(String number) {
    return values()[Integer.parseInt(number)];
  }
}
