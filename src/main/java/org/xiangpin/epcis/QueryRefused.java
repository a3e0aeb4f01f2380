package org.xiangpin.epcis;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** A query's parameter that is unknown here, or has a value that it cannot have. */
public final class QueryRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  public QueryRefused(String parameter, String chinese, String english) {
    super(
        400,
        "query-invalid",
        parameter + "：" + chinese + "。",
        parameter + " " + english + ".",
        List.of(new Detail(parameter, chinese, english)));
  }
}
