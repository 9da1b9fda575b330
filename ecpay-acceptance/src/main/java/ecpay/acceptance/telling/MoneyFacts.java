package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Whether money and documents agree at ECPay: paid - refunded = invoiced - allowed (R-CAP-13). */
public final class MoneyFacts {
  private final Cast cast;
  private final String order;

  public MoneyFacts(Cast cast, String order) {
    this.cast = cast;
    this.order = order;
  }

  /** The id of the order's newest attempt to pay. */
  public String payment() {
    return newestPayment().path("id").asText();
  }

  private JsonNode newestPayment() {
    JsonNode payments = cast.shop().order(order).path("payments");
    return payments.path(payments.size() - 1);
  }

  /** Its MerchantTradeNo. */
  public String tradeNo() {
    return newestPayment().path("tradeNo").asText();
  }

  /** The steps of a refund by their names, with a space between them. */
  public static String steps(JsonNode refund) {
    return String.join(" ", refund.path("steps").findValuesAsText("step"));
  }

  /** So much is left of a card payment, in the ledger of the card as in those of the documents. */
  public List<Fact> left(int twd) {
    EcpayBooks ecpay = new EcpayBooks(cast);
    JsonNode card = ecpay.authorization(tradeNo());
    boolean released = card.path("state").asText().equals("CANCELED");
    int money = released ? 0 : card.path("amount").asInt() - card.path("refunded").asInt();
    int documents =
        StreamSupport.stream(cast.shop().order(order).path("invoices").spliterator(), false)
            .map(invoice -> ecpay.invoice(invoice.path("number").asText()))
            .filter(invoice -> !invoice.path("status").asText().equals("VOID"))
            .mapToInt(invoice -> invoice.path("remaining").asInt())
            .sum();
    return List.of(
        Fact.that("so much of the money is left at ECPay", twd, money),
        Fact.that("and as much of the documents", twd, documents));
  }
}
