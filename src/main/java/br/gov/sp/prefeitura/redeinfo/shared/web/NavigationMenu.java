package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.util.List;

/**
 * The links of one place. A menu of one link is shown as the link itself, like those of the bar.
 *
 * @param links in their order, at least one
 */
public record NavigationMenu(NavigationPlace place, List<NavigationLink> links) {

  public NavigationMenu {
    links = List.copyOf(links);
  }

  /** Whether the links are behind a button that names the place. */
  public boolean folds() {
    return place != NavigationPlace.BAR && links.size() > 1;
  }

  /** Whether the link is one of these; {@code null} is none. */
  public boolean holds(NavigationLink link) {
    return link != null && links.contains(link);
  }
}
