package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.options.TermOptions;
import ecpay.app.command.options.TrackId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tracks}: the numbers that invoices are issued with. */
@Command(name = "tracks", description = "The numbers that invoices are issued with.")
public final class TracksCommand {
  @Command(name = "list", description = "The tracks of a term, as ECPay has them now.")
  int list(@Mixin ApiOptions api, @Mixin TermOptions term) {
    return api.ask(term.of(Ask.get("tracks")));
  }

  @Command(
      name = "stock",
      description = "How many numbers were left when the platform last looked.")
  int stock(@Mixin ApiOptions api) {
    return api.ask(Ask.get("tracks", "stock"));
  }

  @Command(name = "allotments", description = "What the tax office gave for a year.")
  int allotments(
      @Mixin ApiOptions api,
      @Option(
              names = "--year",
              paramLabel = "N",
              description = "ROC year, such as 115; this one unless given.")
          @Nullable Integer year) {
    return api.ask(Ask.get("tracks", "allotments").with("year", year));
  }

  @Command(
      name = "add",
      description = {
        "Adds numbers to issue with, in whole blocks of 50; needs --year and --term.",
        "They can be used once they are enabled."
      })
  int add(
      @Mixin ApiOptions api,
      @Mixin TermOptions term,
      @Option(
              names = "--header",
              required = true,
              paramLabel = "AA",
              description = "The two letters of the track.")
          String header,
      @Option(
              names = "--start",
              required = true,
              paramLabel = "DIGITS",
              description = "The first number, 8 digits, such as 10000000.")
          String start,
      @Option(
              names = "--end",
              required = true,
              paramLabel = "DIGITS",
              description = "The last number, 8 digits, such as 10000049.")
          String end,
      @Option(
              names = "--type",
              paramLabel = "WORD",
              description = "general (unless given) or special.")
          @Nullable String type) {
    Facts track =
        term.into(new Facts())
            .put("type", type)
            .put("header", header)
            .put("start", start)
            .put("end", end);
    return api.ask(Ask.post("tracks").saying(track));
  }

  @Command(name = "enable", description = "Lets a track issue.")
  int enable(@Mixin ApiOptions api, @Mixin TrackId track, @Mixin TermOptions term) {
    return api.ask(status(track, "enable", term));
  }

  @Command(name = "pause", description = "Stops a track for a while.")
  int pause(@Mixin ApiOptions api, @Mixin TrackId track, @Mixin TermOptions term) {
    return api.ask(status(track, "pause", term));
  }

  @Command(name = "disable", description = "Stops a track for good.")
  int disable(@Mixin ApiOptions api, @Mixin TrackId track, @Mixin TermOptions term) {
    return api.ask(status(track, "disable", term));
  }

  private static Ask status(TrackId track, String status, TermOptions term) {
    return Ask.post("tracks", track.id(), "status")
        .saying(term.into(new Facts().put("status", status)).toString());
  }
}
