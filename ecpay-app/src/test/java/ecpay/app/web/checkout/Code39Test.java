package ecpay.app.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stripes of a barcode, held against what Code 39 is known by. */
class Code39Test {
  private static final int QUIET = 10;
  private static final Pattern BAR = Pattern.compile("M([0-9]+) 0h([0-9]+)v10h-[0-9]+z");

  /** The bars and spaces of a stripe between its quiet zones, as dark and light modules. */
  private static String modules(Code39 stripe) {
    StringBuilder modules = new StringBuilder(" ".repeat(stripe.width()));
    Matcher bar = BAR.matcher(stripe.path());
    while (bar.find()) {
      int start = Integer.parseInt(bar.group(1));
      for (int at = start; at < start + Integer.parseInt(bar.group(2)); at++) {
        modules.setCharAt(at, '#');
      }
    }
    return modules.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1, '### #   # # ###'",
    "0, '# #   ### ### #'",
    "F, '# ### ###   # #'",
    "Z, '#   ### ### # #'",
  })
  void aCharacterIsDrawnAsTheStandardSays(String character, String expected) {
    String star = "#   # ### ### #";
    assertThat(modules(Code39.of(character)).strip()).isEqualTo(star + " " + expected + " " + star);
  }

  @Test
  void everyStripeHasQuietZonesOfTenModulesAndItsWholeLength() {
    for (String text : List.of("1503126F8", "3453010539246904", "031267000001680")) {
      String modules = modules(Code39.of(text));
      assertThat(modules).hasSize((text.length() + 2) * 16 - 1 + 2 * QUIET);
      assertThat(modules).startsWith(" ".repeat(QUIET) + "#").endsWith("#" + " ".repeat(QUIET));
      assertThat(modules.strip()).doesNotContain("    ", "####");
    }
  }

  @Test
  void noTwoCharactersLookAlike() {
    Set<String> drawn = new HashSet<>();
    String characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    characters
        .chars()
        .forEach(character -> drawn.add(modules(Code39.of(Character.toString(character)))));
    assertThat(drawn).hasSize(characters.length());
  }
}
