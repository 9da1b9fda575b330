package ecpay.app.web;

import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads request bodies, never more than a limit. */
public final class Bodies {
  private Bodies() {}

  /**
   * The raw bytes of a body.
   *
   * @throws ContentTooLargeResponse before anything is read if the length is announced, else as
   *     soon as one byte too many has come
   */
  public static byte[] read(Context ctx, int limit) {
    if (ctx.req().getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    try {
      byte[] body = ctx.req().getInputStream().readNBytes(limit + 1);
      if (body.length > limit) {
        throw tooLarge(limit);
      }
      return body;
    } catch (IOException broken) {
      throw new BadRequestResponse("the body could not be read to its end");
    }
  }

  /** The first field of that name in a form body; empty if there is none. */
  public static Optional<String> formField(Context ctx, String name, int limit) {
    try {
      List<Field> fields = FormFields.parse(new String(read(ctx, limit), StandardCharsets.UTF_8));
      return fields.stream()
          .filter(field -> field.name().equals(name))
          .map(Field::value)
          .findFirst();
    } catch (EncodingRefusedException refused) {
      throw new BadRequestResponse("the body is not a form");
    }
  }

  /** The fields of a form body, each by its first value. */
  public static Map<String, String> form(Context ctx, int limit) {
    try {
      Map<String, String> form = new HashMap<>();
      FormFields.parse(new String(read(ctx, limit), StandardCharsets.UTF_8))
          .forEach(field -> form.putIfAbsent(field.name(), field.value()));
      return form;
    } catch (EncodingRefusedException refused) {
      throw new BadRequestResponse("the body is not a form");
    }
  }

  private static ContentTooLargeResponse tooLarge(int limit) {
    return new ContentTooLargeResponse("a body has at most " + limit + " bytes here");
  }
}
