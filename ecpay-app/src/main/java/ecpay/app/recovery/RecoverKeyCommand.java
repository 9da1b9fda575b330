package ecpay.app.recovery;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import ecpay.adapter.persistence.PersistenceModule;
import ecpay.app.access.ApiKeyFile;
import ecpay.app.access.OperatorKeys;
import ecpay.app.command.line.Pipe;
import ecpay.app.command.options.SettingsFile;
import ecpay.app.database.OpenDatabase;
import ecpay.app.identity.RandomIdentities;
import ecpay.app.settings.InvalidSettingsException;
import ecpay.app.settings.Settings;
import ecpay.domain.event.EventLog;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.usecase.KeyBooks;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code key recover}: a key for who has none. It asks no platform but changes the books, so it
 * takes what only an operator has, the settings.
 */
@Command(
    name = "recover",
    description = {
      "At the machine, without a good key: makes one, with the settings of serve. It is written to"
          + " the merchant's api-key-file or, without that setting, printed, once.",
      "A platform on its own PostgreSQL goes on meanwhile and knows the key at once; one on an"
          + " embedded database must be stopped first."
    })
public final class RecoverKeyCommand implements Callable<Integer> {
  private final Pipe pipe;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MERCHANT",
      description = "Our name of the merchant; need not be given where there is one only.")
  private @Nullable String merchant;

  @Mixin private final SettingsFile file = new SettingsFile();

  @Option(
      names = "--withdraw-others",
      description = "Withdraws all other keys of the merchant in the same moment.")
  private boolean alone;

  public RecoverKeyCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public Integer call() {
    try {
      Settings settings = file.read(pipe.environment());
      Settings.Shop shop = shop(settings.shops());
      String key = recovered(settings, shop);
      String whose = " of " + id(shop);
      pipe.out()
          .println(
              shop.apiKeyFile()
                  .map(kept -> "A new API key" + whose + " was written to " + kept)
                  .orElse(key));
      if (alone) {
        pipe.err().println("All other API keys" + whose + " are withdrawn.");
      }
      return 0;
    } catch (InvalidSettingsException invalid) {
      pipe.err().println(invalid.getMessage());
      return 1;
    } catch (CommandLine.ParameterException wrong) {
      throw wrong;
    } catch (RuntimeException failed) {
      pipe.err().println("no key was made: " + failed.getMessage());
      return 1;
    }
  }

  private Settings.Shop shop(List<Settings.Shop> shops) {
    String wanted = merchant == null && shops.size() == 1 ? id(shops.getFirst()) : merchant;
    return shops.stream()
        .filter(shop -> id(shop).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "MERCHANT is one of "
                    + shops.stream().map(RecoverKeyCommand::id).collect(Collectors.joining(", "))));
  }

  private static String id(Settings.Shop shop) {
    return shop.merchant().id().value();
  }

  private String recovered(Settings settings, Settings.Shop shop) {
    try (OpenDatabase database = OpenDatabase.open(settings.database())) {
      Injector injector =
          Guice.createInjector(new PersistenceModule(database.place(), settings.cardKeys()));
      try (PersistenceModule.Books books = injector.getInstance(PersistenceModule.Books.class)) {
        books.migrate();
        return keys(injector)
            .recover(shop.merchant().id(), alone, new ApiKeyFile(shop.apiKeyFile()));
      }
    }
  }

  private static OperatorKeys keys(Injector injector) {
    Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    EventLog events =
        injector.getInstance(Key.get(EventLog.class, Names.named(PersistenceModule.KEPT)));
    return new OperatorKeys(
        injector.getInstance(Transactions.class),
        new KeyBooks(
            injector.getInstance(ApiKeys.class), events, new RandomIdentities(clock), clock));
  }
}
