package ecpay.sandbox.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * An invoice as it was issued.
 *
 * @param number two capital letters and eight digits
 * @param randomNumber the four digits printed beside the number
 * @param amount whole TWD, tax included
 * @param taxKinds the ItemTaxType values its lines stand for; empty for the special rate
 * @param vatIncluded whether its prices include tax ({@code vat} 1)
 * @param request the Data it was issued from
 */
public record IssuedInvoice(
    String merchantId,
    String number,
    String relateNumber,
    LocalDateTime issuedAt,
    String randomNumber,
    long amount,
    String taxType,
    Set<String> taxKinds,
    boolean vatIncluded,
    ObjectNode request) {
  public IssuedInvoice {
    taxKinds = Set.copyOf(taxKinds);
    request = request.deepCopy();
  }
}
