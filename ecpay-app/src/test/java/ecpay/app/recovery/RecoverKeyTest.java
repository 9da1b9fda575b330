package ecpay.app.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.persistence.embedded.EmbeddedDatabase;
import ecpay.app.Main;
import ecpay.app.Shop;
import ecpay.app.command.line.Pipe;
import ecpay.app.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator at the machine who has no good key. */
class RecoverKeyTest {
  @TempDir private Path folder;

  private final Map<String, String> settings = new HashMap<>(Shop.ofAShop());
  private Shop shop;

  private record Said(int exit, String out, String err) {}

  @BeforeEach
  void open() {
    shop = Shop.open();
    var database = (Settings.External) shop.settings.database();
    settings.put("database.url", database.url());
    settings.put("database.user", database.user());
    settings.put("database.password", database.password());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Said recover(String... words) throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    Path file = folder.resolve("shop.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Pipe pipe =
        new Pipe(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of("ECPAY_SETTINGS", file.toString()),
            false);
    String[] command = new String[words.length + 2];
    command[0] = "key";
    command[1] = "recover";
    System.arraycopy(words, 0, command, 2, words.length);
    int exit = Main.commands(pipe).execute(command);
    return new Said(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private int answer(String key) {
    return shop.send(shop.anonymous("/api/v1/keys").header("Authorization", "Bearer " + key).GET())
        .statusCode();
  }

  @Test
  void aLostKeyIsReplacedWhileThePlatformRunsAndTheOthersStay() throws IOException {
    Said said = recover("shop");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).matches("ecpk_[A-Za-z0-9_-]{43}\\R");
    assertThat(answer(said.out().strip())).isEqualTo(200);
    assertThat(answer(shop.key)).isEqualTo(200);
  }

  @Test
  void whoHoldsAllKeysIsShutOutInOneMoment() throws IOException {
    Said said = recover("--withdraw-others");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.err()).contains("All other API keys of shop are withdrawn.");
    assertThat(answer(shop.key)).isEqualTo(401);
    assertThat(answer(said.out().strip())).isEqualTo(200);
  }

  @Test
  void whereAFileIsWantedTheKeyStandsThereAndNowhereElse() throws IOException {
    Path kept = folder.resolve("api-key");
    settings.put("api-key-file", kept.toString());

    Said said = recover();

    assertThat(said.exit()).as(said.err()).isZero();
    String key = Files.readString(kept).strip();
    assertThat(said.out() + said.err()).contains(kept.toString()).doesNotContain(key);
    assertThat(answer(key)).isEqualTo(200);
  }

  @Test
  void aKeyThatCannotBeKeptIsNotGoodAndNothingIsWithdrawn() throws IOException {
    Path notAFolder = Files.createFile(folder.resolve("file"));
    settings.put("api-key-file", notAFolder.resolve("api-key").toString());

    Said said = recover("--withdraw-others");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).startsWith("no key was made: api-key-file");
    assertThat(answer(shop.key)).isEqualTo(200);
  }

  @Test
  void aMerchantThatIsNotThereIsWrongUsage() throws IOException {
    Said said = recover("nobody");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("MERCHANT is one of shop");
  }

  @Test
  void anEmbeddedDatabaseThatIsInUseIsSaidToBe() throws IOException {
    try (EmbeddedDatabase running = EmbeddedDatabase.start(folder.resolve("database"))) {
      assertThat(running.jdbcUrl()).isNotEmpty();
      settings.keySet().removeIf(name -> name.startsWith("database."));
      settings.put("database.folder", folder.resolve("database").toString());

      Said said = recover();

      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.err()).startsWith("no key was made: ").contains("is in use by process");
    }
  }
}
