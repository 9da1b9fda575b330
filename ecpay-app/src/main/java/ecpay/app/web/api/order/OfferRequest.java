package ecpay.app.web.api.order;

import ecpay.app.reading.Words;
import ecpay.app.web.json.Findings;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.Extras;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a buyer may pay, as the API says it: schema {@code NewPayment} of the contract. */
final class OfferRequest {
  private static final PeriodicTerms SOME_TERMS = new PeriodicTerms(PeriodicTerms.Unit.MONTH, 1, 2);
  private static final MemberId SOMEBODY = new MemberId("x");

  private OfferRequest() {}

  /** What is wrong with it is reported, but for what the whole of an offer breaks. */
  static Offer read(JsonFields request, Findings findings) {
    Channel channel =
        request
            .word("channel", Words::channel, Words.of(Channel.values()))
            .orElse(Channel.EMBEDDED);
    Set<PaymentMethod> methods = methods(request);
    CardOffer card = card(request);
    CodeLife codes = request.object("expiry").map(OfferRequest::codes).orElse(CodeLife.DEFAULT);
    Optional<String> brand = request.text("brand");
    Extras extras =
        new Extras(
            request.texts("counterLines"),
            request.texts("customFields"),
            request.text("branch"),
            request.text("remark"),
            request.flag("codeOnOurPage"));
    request.end();
    findings.throwIfAny();
    return new Offer(channel, methods, card, codes, brand, extras);
  }

  private static Set<PaymentMethod> methods(JsonFields request) {
    List<String> words = request.texts("methods");
    Set<PaymentMethod> methods = EnumSet.noneOf(PaymentMethod.class);
    for (int i = 0; i < words.size(); i++) {
      String field = "methods[" + i + "]";
      Words.paymentMethod(words.get(i))
          .ifPresentOrElse(
              methods::add,
              () -> request.refuse(field, "one of " + Words.of(PaymentMethod.values())));
    }
    return request.has("methods") ? methods : EnumSet.of(PaymentMethod.CARD);
  }

  private static CardOffer card(JsonFields request) {
    Set<Integer> instalments = new TreeSet<>(request.wholes("instalments"));
    boolean bonusPoints = request.flag("bonusPoints");
    Optional<PeriodicTerms> periodic = request.object("periodic").map(OfferRequest::terms);
    Optional<MemberId> remember = request.text("remember", MemberId::new, SOMEBODY);
    return request.build(
        () -> new CardOffer(instalments, bonusPoints, periodic, remember), CardOffer.PLAIN);
  }

  private static PeriodicTerms terms(JsonFields periodic) {
    PeriodicTerms.Unit unit =
        periodic
            .requiredWord("unit", Words::periodUnit, Words.of(PeriodicTerms.Unit.values()))
            .orElse(PeriodicTerms.Unit.MONTH);
    int frequency = small(periodic, "frequency").orElse(1);
    Optional<Integer> times = small(periodic, "times");
    if (times.isEmpty()) {
      periodic.refuse("times", "is required");
    }
    periodic.end();
    return periodic.build(
        () -> new PeriodicTerms(unit, frequency, times.orElse(SOME_TERMS.times())), SOME_TERMS);
  }

  private static CodeLife codes(JsonFields expiry) {
    CodeLife usual = CodeLife.DEFAULT;
    int atmDays = small(expiry, "atmDays").orElse(usual.atmDays());
    int cvsMinutes = small(expiry, "cvsMinutes").orElse(usual.cvsMinutes());
    int barcodeDays = small(expiry, "barcodeDays").orElse(usual.barcodeDays());
    expiry.end();
    return expiry.build(() -> new CodeLife(atmDays, cvsMinutes, barcodeDays), usual);
  }

  /** A number of any size, in the range that the rules then judge. */
  private static Optional<Integer> small(JsonFields fields, String name) {
    return fields.whole(
        name, number -> Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE), 1);
  }
}
