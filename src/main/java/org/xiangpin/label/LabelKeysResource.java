package org.xiangpin.label;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The public keys with which anybody checks a label offline. */
@Path("/.well-known/xiangpin-label-keys.json")
public class LabelKeysResource {

  @Inject LabelSigning signing;

  @GET
  public Response keys() {
    return Response.ok(
            signing.published().toJson().getBytes(StandardCharsets.UTF_8),
            MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
