package ecpay.app.web.api.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.web.json.Findings;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import java.util.Optional;

/**
 * What {@code POST /orders/{id}/payments} asks for: schema {@code NewPayment} of the contract.
 *
 * @param beside an earlier attempt that may still bring money, and does not stand in the way
 */
record PaymentRequest(Offer offer, Optional<PaymentId> beside) {
  private static final PaymentId SOME_PAYMENT = new PaymentId("X".repeat(26));

  /**
   * @throws ecpay.domain.rule.RuleViolationException naming every field that is wrong
   */
  static PaymentRequest read(ObjectNode body) {
    Findings findings = new Findings();
    JsonFields request = new JsonFields(body, "", findings);
    Optional<PaymentId> beside = request.text("beside", PaymentId::new, SOME_PAYMENT);
    return new PaymentRequest(OfferRequest.read(request, findings), beside);
  }
}
