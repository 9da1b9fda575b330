package ecpay.adapter.persistence.document.payment;

import ecpay.domain.money.Money;
import ecpay.domain.payment.report.CardDetails;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record CardJson(
    String firstSix,
    String lastFour,
    String authCode,
    long authorizationId,
    @Nullable String processedAt,
    @Nullable Long amount,
    String eci,
    @Nullable InstalmentsJson instalments,
    @Nullable BonusJson bonus,
    @Nullable PeriodJson period,
    String issuingBank,
    String issuingBankCode) {

  static CardJson of(CardDetails card) {
    return new CardJson(
        card.firstSix(),
        card.lastFour(),
        card.authCode(),
        card.authorizationId(),
        card.processedAt().map(Instant::toString).orElse(null),
        card.amount().twd(),
        card.eci(),
        card.instalments().map(InstalmentsJson::of).orElse(null),
        card.bonus().map(BonusJson::of).orElse(null),
        card.period().map(PeriodJson::of).orElse(null),
        card.issuingBank(),
        card.issuingBankCode());
  }

  CardDetails card() {
    return new CardDetails(
        firstSix,
        lastFour,
        authCode,
        authorizationId,
        Optional.ofNullable(processedAt).map(Instant::parse),
        amount == null ? Money.ZERO : Money.of(amount),
        eci,
        Optional.ofNullable(instalments).map(InstalmentsJson::instalments),
        Optional.ofNullable(bonus).map(BonusJson::bonus),
        Optional.ofNullable(period).map(PeriodJson::period),
        issuingBank,
        issuingBankCode);
  }

  record InstalmentsJson(int count, long first, long later) {
    static InstalmentsJson of(CardDetails.Instalments instalments) {
      return new InstalmentsJson(
          instalments.count(), instalments.first().twd(), instalments.later().twd());
    }

    CardDetails.Instalments instalments() {
      return new CardDetails.Instalments(count, Money.of(first), Money.of(later));
    }
  }

  record BonusJson(long used, long deducted, long charged, long left) {
    static BonusJson of(CardDetails.Bonus bonus) {
      return new BonusJson(
          bonus.used(), bonus.deducted().twd(), bonus.charged().twd(), bonus.left());
    }

    CardDetails.Bonus bonus() {
      return new CardDetails.Bonus(used, Money.of(deducted), Money.of(charged), left);
    }
  }

  record PeriodJson(OfferJson.TermsJson terms, long amount, int successes, long total) {
    static PeriodJson of(CardDetails.Period period) {
      return new PeriodJson(
          OfferJson.TermsJson.of(period.terms()),
          period.amount().twd(),
          period.successes(),
          period.total().twd());
    }

    CardDetails.Period period() {
      return new CardDetails.Period(terms.terms(), Money.of(amount), successes, Money.of(total));
    }
  }
}
