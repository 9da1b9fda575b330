package ecpay.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackStockTest {
  private static final Term TERM = new Term(115, 6);
  private static final TrackRange RANGE = new TrackRange("UV", "00000100", "00000199");

  private static Track track(String lastUsed, TrackStatus status) {
    return track(InvoiceType.GENERAL, lastUsed, status);
  }

  private static Track track(InvoiceType type, String lastUsed, TrackStatus status) {
    return new Track(
        new TrackId("1"),
        TERM,
        type,
        RANGE,
        lastUsed.isEmpty() ? Optional.empty() : Optional.of(lastUsed),
        status);
  }

  @Rule("R-INV-28")
  @ParameterizedTest
  @CsvSource({"'', 100", "00000100, 99", "00000101, 98", "00000198, 1", "00000199, 0"})
  void whatWasNotUsedRemains(String lastUsed, long remaining) {
    Track track = track(lastUsed, TrackStatus.IN_USE);
    assertThat(track.remaining()).isEqualTo(remaining);
    assertThat(track.isUsable()).isEqualTo(remaining > 0);
  }

  @Rule("R-INV-29")
  @ParameterizedTest
  @ValueSource(strings = {"00000099", "00000200", "100", "UV00000100", "000001000"})
  void theNumberUsedLastIsOneOfTheTrack(String lastUsed) {
    assertThat(Broken.rules(() -> track(lastUsed, TrackStatus.IN_USE)))
        .containsExactly("R-INV-29 lastUsed");
  }

  @Rule("R-INV-28")
  @ParameterizedTest
  @EnumSource(TrackStatus.class)
  void numbersAreTakenFromTracksInUseOnly(TrackStatus status) {
    TrackStock stock = new TrackStock(TERM, List.of(track("00000149", status)));
    assertThat(stock.usable()).isEqualTo(status == TrackStatus.IN_USE ? 50 : 0);
    assertThat(stock.waiting()).isEqualTo(status == TrackStatus.NOT_ENABLED ? 50 : 0);
    assertThat(stock.neverEnabled()).hasSize(status == TrackStatus.NOT_ENABLED ? 1 : 0);
  }

  @Rule("R-INV-28")
  @Test
  void aStockIsTheSumOfItsTracksByType() {
    TrackStock stock =
        new TrackStock(
            TERM,
            List.of(
                track(InvoiceType.GENERAL, "00000189", TrackStatus.IN_USE),
                track(InvoiceType.GENERAL, "00000199", TrackStatus.IN_USE),
                track(InvoiceType.GENERAL, "", TrackStatus.PAUSED),
                track(InvoiceType.SPECIAL, "", TrackStatus.IN_USE),
                track(InvoiceType.SPECIAL, "", TrackStatus.NOT_ENABLED)));
    assertThat(stock.usable(InvoiceType.GENERAL)).isEqualTo(10);
    assertThat(stock.usable(InvoiceType.SPECIAL)).isEqualTo(100);
    assertThat(stock.usable()).isEqualTo(110);
    assertThat(stock.waiting()).isEqualTo(100);
    assertThat(stock.types()).containsExactly(InvoiceType.GENERAL, InvoiceType.SPECIAL);
  }

  @Test
  void withoutAnyTrackGeneralInvoicesAreMeant() {
    assertThat(new TrackStock(TERM, List.of()).types()).isEmpty();
    assertThat(new TrackStock(TERM, List.of()).typesOrGeneral())
        .containsExactly(InvoiceType.GENERAL);
    assertThat(
            new TrackStock(TERM, List.of(track(InvoiceType.SPECIAL, "", TrackStatus.PAUSED)))
                .typesOrGeneral())
        .containsExactly(InvoiceType.SPECIAL);
  }

  @Rule("R-INV-30")
  @Test
  void aStockHoldsTheTracksOfOneTerm() {
    List<Track> tracks = List.of(track("", TrackStatus.IN_USE));
    assertThat(Broken.rules(() -> new TrackStock(TERM.next(), tracks)))
        .containsExactly("R-INV-30 tracks");
  }

  @Rule("R-INV-29")
  @Test
  void aPartOfAnAllotmentLiesWithinIt() {
    Allotment allotment = new Allotment(TERM, InvoiceType.SPECIAL, RANGE, 2);
    TrackRange half = new TrackRange("UV", "00000150", "00000199");
    assertThat(allotment.part(half)).isEqualTo(new Allotment(TERM, InvoiceType.SPECIAL, half, 1));
    assertThat(Broken.rules(() -> allotment.part(new TrackRange("UV", "00000150", "00000249"))))
        .containsExactly("R-INV-29 range");
  }

  @Rule("R-INV-28")
  @Test
  void theCodesAreThoseOfEcpay() {
    assertThat(Arrays.stream(TrackStatus.values()).map(TrackStatus::code))
        .containsExactly(1, 2, 3, 4, 5, 6);
    for (TrackStatus status : TrackStatus.values()) {
      assertThat(TrackStatus.ofCode(status.code())).contains(status);
    }
    assertThat(TrackStatus.ofCode(0)).isEmpty();
    assertThat(TrackStatus.ofCode(7)).isEmpty();
    assertThat(Arrays.stream(TrackSwitch.values()).map(TrackSwitch::code)).containsExactly(0, 1, 2);
    assertThat(Arrays.stream(TrackSwitch.values()).map(TrackSwitch::leadsTo))
        .containsExactly(TrackStatus.DISABLED, TrackStatus.PAUSED, TrackStatus.IN_USE);
  }

  @Rule("R-INV-28")
  @Test
  void aTrackIdIsOneToTenLettersAndDigits() {
    assertThat(new TrackId("1234567890")).hasToString("1234567890");
    for (String wrong : List.of("", "12345678901", "12 4", "12-4", "１")) {
      assertThat(Broken.rules(() -> new TrackId(wrong))).containsExactly("R-INV-28");
    }
  }
}
