package ecpay.app.web.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Map;

/** JSON answers. */
public final class Replies {
  private Replies() {}

  public static void json(Context ctx, ObjectNode body) {
    ctx.contentType("application/json").result(body.toString());
  }

  /** Named facts as an object: whole numbers stay numbers. */
  public static ObjectNode object(Map<String, Object> facts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    facts.forEach((name, value) -> {
      if (value instanceof Long number) {
        node.put(name, number);
      } else {
        node.put(name, value.toString());
      }
    });
    return node;
  }
}
