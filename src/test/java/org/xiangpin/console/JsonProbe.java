package org.xiangpin.console;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Stands for the API that takes JSON with a key and no cookie. */
@Path("/api/test-probe")
public class JsonProbe {

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void take(Map<String, String> body) {
    body.clear();
  }
}
