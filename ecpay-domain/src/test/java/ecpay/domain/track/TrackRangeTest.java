package ecpay.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.property.Property;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("R-INV-29")
class TrackRangeTest {
  @ParameterizedTest
  @CsvSource({
    "00000000, 00000049, 50",
    "00000050, 00000099, 50",
    "00000000, 00000099, 100",
    "00000050, 00000149, 100",
    "12345600, 12345749, 150",
    "99999950, 99999999, 50",
    "00000000, 99999999, 100000000"
  })
  void aTrackIsWholeBooksOf50(String start, String end, long size) {
    TrackRange range = new TrackRange("UV", start, end);
    assertThat(range.size()).isEqualTo(size);
    assertThat(range.books()).isEqualTo(size / 50);
    assertThat(range).hasToString("UV" + start + "-" + end);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000, 00000048, end", // 49 numbers
    "00000000, 00000050, end", // 51 numbers
    "00000001, 00000049, start", // 49 numbers
    "00000001, 00000050, start end", // 50 numbers, but not a book
    "00000049, 00000099, start", // 51 numbers
    "00000051, 00000099, start",
    "00000000, 00000098, end",
    "00000000, 00000100, end",
    "00000050, 00000049, end",
    "00000100, 00000049, end",
    "0000000, 00000049, start",
    "000000000, 00000049, start",
    "00000000, 0000049, end",
    "0000000O, 00000049, start",
    "00000000, -0000051, end",
    "００００００００, 00000049, start"
  })
  void noOtherTrackExists(String start, String end, String fields) {
    assertThat(Broken.by(() -> new TrackRange("UV", start, end)))
        .allMatch(violation -> violation.rule().equals("R-INV-29"))
        .extracting(violation -> violation.field())
        .containsExactlyInAnyOrder(fields.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"U", "UVW", "uv", "U1", "ＵＶ", "''"})
  void aHeaderIsTwoUpperCaseLetters(String header) {
    assertThat(Broken.rules(() -> new TrackRange(header, "00000000", "00000049")))
        .containsExactly("R-INV-29 header");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(Broken.rules(() -> new TrackRange("", "1", "2")))
        .containsExactly("R-INV-29 header", "R-INV-29 start", "R-INV-29 end");
  }

  @Test
  void rangesOverlapWhereTheyShareANumber() {
    TrackRange middle = range(100, 199);
    assertThat(middle.overlaps(range(0, 99))).isFalse();
    assertThat(middle.overlaps(range(0, 149))).isTrue();
    assertThat(middle.overlaps(range(150, 249))).isTrue();
    assertThat(middle.overlaps(range(200, 249))).isFalse();
    assertThat(middle.overlaps(new TrackRange("AA", "00000100", "00000199"))).isFalse();
  }

  @Test
  void aRangeContainsItsPartsOnly() {
    TrackRange whole = range(100, 199);
    assertThat(whole.contains(whole)).isTrue();
    assertThat(whole.contains(range(150, 199))).isTrue();
    assertThat(whole.contains(range(100, 149))).isTrue();
    assertThat(whole.contains(range(50, 149))).isFalse();
    assertThat(whole.contains(range(150, 249))).isFalse();
    assertThat(whole.contains(new TrackRange("AA", "00000100", "00000149"))).isFalse();
  }

  @Test
  void overlapAndContainmentAreThoseOfTheirNumbers() {
    Property.of(300)
        .holds(random -> {
          int[] one = {random.nextInt(6), random.nextInt(1, 4)};
          int[] other = {random.nextInt(6), random.nextInt(1, 4)};
          boolean[] book = new boolean[10];
          for (int i = 0; i < one[1]; i++) {
            book[one[0] + i] = true;
          }
          int shared = 0;
          for (int i = 0; i < other[1]; i++) {
            shared += book[other[0] + i] ? 1 : 0;
          }
          assertThat(books(one).overlaps(books(other))).isEqualTo(shared > 0);
          assertThat(books(one).contains(books(other))).isEqualTo(shared == other[1]);
        });
  }

  private static TrackRange books(int[] firstAndCount) {
    return range(firstAndCount[0] * 50, (firstAndCount[0] + firstAndCount[1]) * 50 - 1);
  }

  private static TrackRange range(int first, int last) {
    return new TrackRange(
        "UV", String.format(Locale.ROOT, "%08d", first), String.format(Locale.ROOT, "%08d", last));
  }
}
