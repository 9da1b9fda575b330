package ecpay.domain.track.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.rule.Rule;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.world.Interruptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KilledWatchTest {
  private static final Instant LATE = Instant.parse("2026-12-28T12:00:00+08:00");
  private static final Term TERM = new Term(115, 6);

  /** Something to add and enable in two terms, something to enable only, and little of it. */
  private static TrackWorld begin() {
    TrackWorld world = new TrackWorld(LATE);
    world.ecpay.allot(TERM, InvoiceType.GENERAL, new TrackRange("UV", "00000000", "00000049"));
    world.ecpay.allot(TERM, InvoiceType.GENERAL, new TrackRange("UV", "00000050", "00000099"));
    world.ecpay.allot(
        TERM.next(), InvoiceType.GENERAL, new TrackRange("AA", "00000000", "00000049"));
    world.ecpay.add(
        TERM,
        InvoiceType.GENERAL,
        new TrackRange("UV", "00000100", "00000149"),
        TrackStatus.NOT_ENABLED);
    return world;
  }

  private static void check(TrackWorld world) {
    assertThat(world.ecpay.all())
        .hasSize(4)
        .allMatch(track -> track.status() == TrackStatus.IN_USE)
        .extracting(Track::range)
        .doesNotHaveDuplicates();
    assertThat(world.wire.count("AddInvoiceWordSetting")).isEqualTo(3);
    assertThat(world.incidents()).containsExactly("NUMBERS_RUN_LOW 115-6 07");
    assertThat(world.woken).isNotEmpty();
    assertThat(world.books.tracks().find(Samples.SHOP, TERM).orElseThrow().stock().usable())
        .isEqualTo(150);
  }

  @Rule("R-INV-28")
  @Test
  void killedAnywhereEveryTrackIsAddedOnceAndEveryAlarmIsToldOnce() {
    int points = 0;
    for (boolean before : new boolean[] {true, false}) {
      int call = 0;
      while (isKilled(call, before)) {
        call++;
      }
      points += call;
    }
    assertThat(points).isGreaterThan(40);
  }

  private static boolean isKilled(int call, boolean before) {
    TrackWorld world = begin();
    world.interruptions.killAt(call, before);
    Optional<String> point = Optional.empty();
    try {
      world.run();
    } catch (Interruptions.Killed here) {
      point = Optional.of(String.valueOf(here.getMessage()));
    }
    world.interruptions.killNoMore();
    world.clock.advance(Duration.ofMinutes(1));
    world.runUntil(LATE.plus(Duration.ofHours(2)));
    try {
      check(world);
    } catch (AssertionError wrong) {
      throw new AssertionError("killed " + point.orElse("nowhere") + ": " + wrong, wrong);
    }
    return point.isPresent();
  }
}
