package ecpay.app.web.api.boundcard;

import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.order.Buyer;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** What requests about members have in common. */
final class Members {
  private static final EmailAddress SOME_EMAIL = new EmailAddress("stand.in@example.com");
  private static final PhoneNumber SOME_PHONE = new PhoneNumber("0900000000");

  private Members() {}

  /**
   * The member of {@code {member}}.
   *
   * @throws RuleViolationException if it cannot be one
   */
  static MemberId member(Context ctx) {
    return new MemberId(ctx.pathParam("member"));
  }

  /** A card of that member; another's is none. */
  static BoundCard card(Context ctx, BoundCards cards, MemberId member, String id) {
    try {
      return cards
          .find(new CardId(id))
          .filter(card -> card.merchant().equals(ApiAccess.merchant(ctx)))
          .filter(card -> card.member().equals(member))
          .orElseThrow(Members::none);
    } catch (RuleViolationException _) {
      throw none();
    }
  }

  private static NotFoundResponse none() {
    return new NotFoundResponse("the member has no such card");
  }

  /** Who the member is: a name, and an email or a phone (R-ORD-17). */
  static Buyer contact(JsonFields body) {
    String name = body.requiredText("name", "stand-in");
    Optional<EmailAddress> email = body.text("email", EmailAddress::new, SOME_EMAIL);
    Optional<PhoneNumber> phone = body.text("phone", PhoneNumber::new, SOME_PHONE);
    return body.build(
        () -> new Buyer(name, email, phone),
        new Buyer("stand-in", Optional.of(SOME_EMAIL), Optional.empty()));
  }
}
