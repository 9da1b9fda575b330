package ecpay.domain.check;

import java.time.Duration;
import java.time.Instant;

/**
 * What was found out about a subject, and when.
 *
 * @param at when ECPay was asked
 */
public record Checked(Subject subject, Finding finding, Instant at) {

  /**
   * Until when this may be believed: what exists 7 days (a company's name 30), what does not 10
   * minutes because it may be registered any moment, nothing known an hour, and an outage a minute.
   */
  public Instant freshUntil() {
    return at.plus(
        switch (finding) {
          case Finding.Exists _ -> Duration.ofDays(subject instanceof Subject.Business ? 30 : 7);
          case Finding.DoesNotExist() -> Duration.ofMinutes(10);
          case Finding.NothingKnown() -> Duration.ofHours(1);
          case Finding.Unavailable _ -> Duration.ofMinutes(1);
        });
  }

  public boolean isFreshAt(Instant now) {
    return now.isBefore(freshUntil());
  }
}
