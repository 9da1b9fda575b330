package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BoundCardGateway.Session;
import ecpay.domain.order.Buyer;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.offer.MemberId;

/** ConsumerInfo, which every operation of a member has (R-ORD-17). */
final class Consumer {
  private static final String TAIWAN = "158";

  private Consumer() {}

  static void write(ObjectNode data, MemberId member, Buyer contact) {
    ObjectNode consumer = data.putObject("ConsumerInfo").put("MerchantMemberID", member.value());
    contact.email().ifPresent(email -> consumer.put("Email", email.value()));
    contact.phone().ifPresent(phone -> consumer.put("Phone", phone.value()));
    consumer.put("Name", contact.name()).put("CountryCode", TAIWAN);
  }

  /** The Token of a form or page. */
  static Answer<Session> session(Fields answer) {
    return answer.isSuccess()
        ? new Answer.Accepted<>(
            new Session(
                new CheckoutToken(answer.text("Token")), answer.requiredTime("TokenExpireDate")))
        : answer.refusal();
  }
}
