package ecpay.adapter.persistence.document.payment;

import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.Extras;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record OfferJson(
    Channel channel,
    List<PaymentMethod> methods,
    List<Integer> instalments,
    boolean bonusPoints,
    @Nullable TermsJson periodic,
    @Nullable String remember,
    int atmDays,
    int cvsMinutes,
    int barcodeDays,
    @Nullable String brand,
    @Nullable ExtrasJson extras) {

  static OfferJson of(Offer offer) {
    return new OfferJson(
        offer.channel(),
        offer.methods().stream().sorted().toList(),
        offer.card().instalments().stream().sorted().toList(),
        offer.card().bonusPoints(),
        offer.card().periodic().map(TermsJson::of).orElse(null),
        offer.card().remember().map(MemberId::value).orElse(null),
        offer.codes().atmDays(),
        offer.codes().cvsMinutes(),
        offer.codes().barcodeDays(),
        offer.brand().orElse(null),
        offer.extras().equals(Extras.NONE) ? null : ExtrasJson.of(offer.extras()));
  }

  Offer offer() {
    return new Offer(
        channel,
        Set.copyOf(methods),
        new CardOffer(
            Set.copyOf(instalments),
            bonusPoints,
            Optional.ofNullable(periodic).map(TermsJson::terms),
            Optional.ofNullable(remember).map(MemberId::new)),
        new CodeLife(atmDays, cvsMinutes, barcodeDays),
        Optional.ofNullable(brand),
        extras == null ? Extras.NONE : extras.extras());
  }

  record ExtrasJson(
      List<String> counterLines,
      List<String> customFields,
      @Nullable String branch,
      @Nullable String remark,
      boolean codeOnOurPage) {
    static ExtrasJson of(Extras extras) {
      return new ExtrasJson(
          extras.counterLines(),
          extras.customFields(),
          extras.branch().orElse(null),
          extras.remark().orElse(null),
          extras.codeOnOurPage());
    }

    Extras extras() {
      return new Extras(
          counterLines,
          customFields,
          Optional.ofNullable(branch),
          Optional.ofNullable(remark),
          codeOnOurPage);
    }
  }

  record TermsJson(PeriodicTerms.Unit unit, int frequency, int times) {
    static TermsJson of(PeriodicTerms terms) {
      return new TermsJson(terms.unit(), terms.frequency(), terms.times());
    }

    PeriodicTerms terms() {
      return new PeriodicTerms(unit, frequency, times);
    }
  }
}
