package ecpay.domain.track.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.TrackPolicy;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Months in the life of a merchant's tracks, with the government, people and invoices at work. */
@Rule("R-INV-28")
class TracksPropertyTest {
  /** Steps of a life with faults, at most one fault in each. */
  private static final int LIFE = 25;

  /** Without a threshold the end of the numbers did not count as few of them. */
  private static final long KEPT = 7544932095609351793L;

  private static final String[] CALLS = {
    "GetInvoiceWordSetting",
    "GetGovInvoiceWordSetting",
    "AddInvoiceWordSetting",
    "UpdateInvoiceWordStatus"
  };

  /** One life. */
  private static final class Life {
    final RandomGenerator random;
    final TrackWorld world;
    final List<Allotment> allotted = new ArrayList<>();

    Life(RandomGenerator random) {
      this.random = random;
      this.world = new TrackWorld(Samples.NOW.plus(Duration.ofHours(random.nextInt(2000))));
      world.policy = policy();
    }

    TrackPolicy policy() {
      return new TrackPolicy(random.nextInt(4) > 0, random.nextInt(1, 31), random.nextInt(0, 200));
    }

    LocalDate today() {
      return Taipei.dateOf(world.clock.instant());
    }

    /** Something happens that is not the watch. */
    void happens() {
      Term term = Term.of(today());
      term = random.nextInt(3) == 0 ? term.next() : term;
      InvoiceType type = random.nextInt(4) == 0 ? InvoiceType.SPECIAL : InvoiceType.GENERAL;
      List<Track> tracks = world.ecpay.all();
      Track any = tracks.isEmpty() ? null : tracks.get(random.nextInt(tracks.size()));
      switch (random.nextInt(7)) {
        case 0, 1 -> {
          TrackRange range = range();
          allotted.add(new Allotment(term, type, range, range.books()));
          world.ecpay.allot(term, type, range);
        }
        case 2 -> {
          TrackRange range = range();
          Term of = term;
          if (tracks.stream()
              .noneMatch(track -> track.term().equals(of) && track.range().overlaps(range))) {
            world.ecpay.add(term, type, range, status());
          }
        }
        case 3 -> {
          if (any != null) {
            world.ecpay.set(any.id(), status());
          }
        }
        case 4, 5 -> {
          if (any != null && any.isUsable()) {
            world.ecpay.use(any.id(), random.nextLong(1, any.remaining() + 1));
          }
        }
        default -> world.clock.advance(Duration.ofHours(random.nextInt(1, 100)));
      }
    }

    private TrackStatus status() {
      return TrackStatus.ofCode(random.nextInt(1, 7)).orElseThrow();
    }

    private TrackRange range() {
      int first = random.nextInt(5);
      int books = random.nextInt(1, 3);
      return new TrackRange(
          random.nextBoolean() ? "UV" : "AA",
          String.format(Locale.ROOT, "%08d", first * 50),
          String.format(Locale.ROOT, "%08d", (first + books) * 50 - 1));
    }
  }

  private static Set<String> inUse(TrackWorld world) {
    Set<String> inUse = new TreeSet<>();
    for (Track track : world.ecpay.all()) {
      if (track.status() == TrackStatus.IN_USE) {
        inUse.add(track.term() + " " + track.range());
      }
    }
    return inUse;
  }

  @Test
  void theWatchDoesAndTellsWhatANaiveOneWould() {
    Property.of(60, KEPT)
        .holds(random -> {
          Life life = new Life(random);
          NaiveTracks naive = new NaiveTracks();
          for (int step = 0; step < 40; step++) {
            life.happens();
            if (random.nextInt(10) == 0) {
              life.world.policy = life.policy();
            }
            life.world.rest();
            Set<String> expected =
                NaiveTracks.inUseAfter(
                    life.world.ecpay.all(), life.allotted, life.world.policy, life.today());
            life.world.run();
            assertThat(inUse(life.world)).isEqualTo(expected);
            naive.ran(life.world.ecpay.all(), life.world.policy, life.today());
            assertThat(life.world.incidents()).containsExactlyInAnyOrderElementsOf(naive.incidents);
            assertThat(life.world.woken).hasSize(naive.wakes);
          }
        });
  }

  @Rule("R-PAY-13")
  @Test
  void whateverIsLostOrKilledNoNumberIsAddedTwiceAndInTheEndAllIsAsItShouldBe() {
    Property.of(60)
        .holds(random -> {
          Life life = new Life(random);
          life.world.policy = new TrackPolicy(true, 10, 100);
          for (int step = 0; step < LIFE; step++) {
            life.happens();
            fault(life);
            Instant next = life.world.clock.instant().plus(Duration.ofHours(random.nextInt(1, 9)));
            life.world.runUntil(next);
          }
          life.world.interruptions.killNoMore();
          life.world.runUntil(life.world.clock.instant().plus(Duration.ofDays(3)));
          for (int run = 0; run < LIFE; run++) {
            life.world.run(); // faults may be left for calls that were not needed until now
          }
          assertNoNumberTwice(life.world.ecpay.all());
          assertThat(inUse(life.world))
              .isEqualTo(
                  NaiveTracks.inUseAfter(
                      life.world.ecpay.all(), life.allotted, life.world.policy, life.today()));
        });
  }

  private static void fault(Life life) {
    RandomGenerator random = life.random;
    if (random.nextInt(3) == 0) {
      life.world.interruptions.killAt(random.nextInt(30), random.nextBoolean());
    }
    Fault[] faults = {Fault.NOT_SENT, Fault.LOST, Fault.DONE_BUT_LOST, Fault.REFUSED};
    if (random.nextBoolean()) {
      life.world.wire.script(
          CALLS[random.nextInt(CALLS.length)], faults[random.nextInt(faults.length)]);
    }
  }

  private static void assertNoNumberTwice(List<Track> tracks) {
    Set<String> books = new HashSet<>();
    for (Track track : tracks) {
      for (int first = Integer.parseInt(track.range().start());
          first < Integer.parseInt(track.range().end());
          first += TrackRange.BOOK) {
        assertThat(books.add(track.term() + track.range().header() + first)).isTrue();
      }
    }
  }
}
