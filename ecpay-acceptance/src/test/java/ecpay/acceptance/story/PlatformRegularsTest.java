package ecpay.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.acceptance.story.operating.RegularsOfAPlatform;
import ecpay.acceptance.target.Mall;
import ecpay.acceptance.target.TestDatabase;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Bound cards and periodic contracts in platform mode (R-TRN-09, R-TRN-10). */
class PlatformRegularsTest {
  /** Months pass: a platform of its own. */
  private static final Instant BEGIN = Instant.parse("2027-03-02T01:00:00Z");

  @Test
  void membersAndContractsOfAPlatformsShopsEndAsTold() throws IOException {
    try (Mall mall = Mall.start(TestDatabase.settings(), BEGIN);
        Cast tea = mall.cast(Mall.TEA);
        Cast books = mall.cast(Mall.BOOKS)) {
      assertThat(new RegularsOfAPlatform(tea, books).play()).isNotEmpty().allMatch(Fact::holds);
    }
  }
}
