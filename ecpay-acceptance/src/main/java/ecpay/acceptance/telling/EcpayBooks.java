package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** ECPay's own books, as they are when this is made. */
public final class EcpayBooks {
  private final JsonNode ledger;

  public EcpayBooks(Cast cast) {
    this.ledger = cast.ecpay().ledger();
  }

  /** The invoice with that number; missing when there is none. */
  public JsonNode invoice(String number) {
    return first(rows("invoices", "invoiceNo", number));
  }

  /** Every invoice, in the order of issue. */
  public List<JsonNode> invoices() {
    return list("invoices");
  }

  /** Every allowance, in the order of the requests. */
  public List<JsonNode> allowances() {
    return list("allowances");
  }

  /** The delayed invoice with that RelateNumber; missing when there is none. */
  public JsonNode delayed(String relateNumber) {
    return first(rows("delayedInvoices", "relateNumber", relateNumber));
  }

  /** The trade of an attempt to pay; missing when there is none. */
  public JsonNode trade(String tradeNo) {
    return first(rows("trades", "merchantTradeNo", tradeNo));
  }

  /** The newest card authorisation of a trade; missing when there is none. */
  public JsonNode authorization(String tradeNo) {
    List<JsonNode> all = rows("authorizations", "merchantTradeNo", tradeNo);
    return all.isEmpty() ? ledger.path("none") : all.getLast();
  }

  /** The allowances of an invoice, in the order of their requests. */
  public List<JsonNode> allowances(String invoiceNumber) {
    return rows("allowances", "invoiceNo", invoiceNumber);
  }

  /** How many notices of that kind, such as II, were sent about an invoice. */
  public long notices(String invoiceNumber, String tag) {
    return rows("notifications", "invoiceNo", invoiceNumber).stream()
        .filter(row -> row.path("tag").asText().equals(tag))
        .count();
  }

  public long count(String book, String field, String value) {
    return rows(book, field, value).size();
  }

  private List<JsonNode> rows(String book, String field, String value) {
    return list(book).stream().filter(row -> row.path(field).asText().equals(value)).toList();
  }

  private List<JsonNode> list(String book) {
    return StreamSupport.stream(ledger.path(book).spliterator(), false).toList();
  }

  private JsonNode first(List<JsonNode> rows) {
    return rows.isEmpty() ? ledger.path("nothing") : rows.getFirst();
  }
}
