package ecpay.sandbox.payment.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Names;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.util.List;
import java.util.Map;

/** The counter at which forms in a shop's page, of another origin, hand in JSON and get JSON. */
public final class FormDesk {
  private static final Map<String, String> CORS =
      Map.of(
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Allow-Methods", "GET, POST",
          "Access-Control-Allow-Headers", "Content-Type",
          "Access-Control-Allow-Private-Network", "true");

  private FormDesk() {}

  /** What the counter does. */
  @FunctionalInterface
  public interface Clerk {
    ObjectNode serve(Request request, Journal.Entry entry) throws FormRefused;
  }

  /** Serves a path; what the clerk refuses becomes a 400 with {@code error}. */
  public static void open(
      Router router, Journal journal, String method, String path, String name, Clerk clerk) {
    router.on(method, path, request -> answer(request, journal, name, clerk));
    router.on("OPTIONS", path, _ -> Reply.of(204, "text/plain", "", CORS));
  }

  private static Reply answer(Request request, Journal journal, String name, Clerk clerk) {
    var entry = journal.open(Journal.Direction.IN, name).url(request.path());
    try {
      var body = clerk.serve(request, entry);
      entry.write(200);
      return reply(200, body);
    } catch (FormRefused e) {
      entry.note(e.reason()).write(400);
      return reply(400, Json.object().put("error", e.reason()));
    }
  }

  /**
   * The JSON object that was handed in.
   *
   * @param names the names there are; a form with any other is refused
   */
  public static ObjectNode body(Request request, List<String> names) throws FormRefused {
    var form =
        Json.readObject(request.text())
            .orElseThrow(() -> new FormRefused("the form must be a JSON object"));
    try {
      Names.check("name", form.propertyStream().map(Map.Entry::getKey).toList(), names);
    } catch (IllegalArgumentException unknown) {
      throw new FormRefused(String.valueOf(unknown.getMessage()));
    }
    return form;
  }

  private static Reply reply(int status, ObjectNode body) {
    return Reply.of(status, "application/json; charset=utf-8", Json.write(body), CORS);
  }
}
