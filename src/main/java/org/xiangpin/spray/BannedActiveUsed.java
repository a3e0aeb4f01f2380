package org.xiangpin.spray;

import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;

/** A banned active was used before the harvest: what grew there can't be sold. */
public final class BannedActiveUsed extends Refusal {

  private static final long serialVersionUID = 1L;

  BannedActiveUsed(Spray spray) {
    super(
        409,
        "banned-active-used",
        spray.place(Lang.ZH)
            + Lang.ZH.date(spray.sprayedOn())
            + "用过“"
            + spray.tradeName()
            + "”，里面的“"
            + spray.activeIngredient()
            + "”是这种作物上禁用的，这批货不能卖。请找乡镇农业站处理。",
        "“"
            + spray.tradeName()
            + "” was used "
            + spray.place(Lang.EN)
            + " on "
            + Lang.EN.date(spray.sprayedOn())
            + "; its active ("
            + spray.activeIngredient()
            + ") is banned on this crop. The goods can't be sold; turn to the township's"
            + " agriculture station.");
  }
}
