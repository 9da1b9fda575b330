package ecpay.adapter.http.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.contact.EmailAddress;
import java.util.List;

/**
 * Stands in for every email address of a request, because ECPay's stage must see no real one
 * (R-INV-36). It works on the finished Data, so that no operation can forget it.
 */
record SubstituteMail(EmailAddress address) {
  /** Every field of ECPay's operations that holds addresses. */
  private static final List<String> FIELDS = List.of("CustomerEmail", "NotifyMail", "Email");

  /** However deep they stand, and however many were in one field. */
  void replaceIn(JsonNode data) {
    if (data instanceof ObjectNode object) {
      for (String field : FIELDS) {
        if (object.has(field)) {
          object.put(field, address.value());
        }
      }
    }
    data.forEach(this::replaceIn);
  }
}
