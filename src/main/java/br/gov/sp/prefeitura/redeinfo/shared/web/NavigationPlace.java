package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.Locale;

/** Where a link of the navigation stands. Menus are shown in this order. */
public enum NavigationPlace {
  /** In the bar itself, for what everybody needs every day. */
  BAR,
  /** Who belongs to the network, and by what rules. */
  NETWORK,
  /** What the network does: trainings, pilots, meetings. */
  PROGRAMME,
  /** What keeps the application running. */
  ADMINISTRATION,
  /** Under the person's name: what is their own. */
  OWN;

  /** The menu's text. */
  public String messageKey() {
    return "layout.menu." + name().toLowerCase(Locale.ROOT);
  }
}
