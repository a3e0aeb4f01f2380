package org.xiangpin.spray;

import java.util.List;
import java.util.Map;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;

/** A harvest within the pre-harvest interval (安全间隔期) of something that was sprayed. */
public final class HarvestTooSoon extends Refusal {

  private static final long serialVersionUID = 1L;

  HarvestTooSoon(Spray spray) {
    this(
        spray,
        spray.place(Lang.ZH)
            + Lang.ZH.date(spray.sprayedOn())
            + "用过“"
            + spray.tradeName()
            + "”，安全间隔期 "
            + spray.intervalDays()
            + " 天，"
            + Lang.ZH.date(spray.safeFrom())
            + "起才能采收。",
        "“"
            + spray.tradeName()
            + "” was used "
            + spray.place(Lang.EN)
            + " on "
            + Lang.EN.date(spray.sprayedOn())
            + "; its pre-harvest interval is "
            + spray.intervalDays()
            + " days: harvest is safe from "
            + Lang.EN.date(spray.safeFrom())
            + ".");
  }

  private HarvestTooSoon(Spray spray, String chinese, String english) {
    super(
        409,
        "harvest-too-soon",
        chinese,
        english,
        List.of(
            new Detail(
                "harvestedOn",
                chinese,
                english,
                Map.of(
                    "sprayedOn",
                    spray.sprayedOn().toString(),
                    "intervalDays",
                    spray.intervalDays(),
                    "safeFrom",
                    spray.safeFrom().toString()))));
  }
}
