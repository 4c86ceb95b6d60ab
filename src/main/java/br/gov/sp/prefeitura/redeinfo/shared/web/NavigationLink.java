package br.gov.sp.prefeitura.redeinfo.shared.web;

/**
 * One entry of the navigation.
 *
 * @param place where it stands
 * @param order smaller comes first, within its place
 * @param path where it leads, relative to the application's address; pages below it count as its
 *     own
 * @param messageKey its text
 */
public record NavigationLink(NavigationPlace place, int order, String path, String messageKey) {

  /** A link in the bar itself. */
  public NavigationLink(int order, String path, String messageKey) {
    this(NavigationPlace.BAR, order, path, messageKey);
  }

  /** A link in the menu about the network's people and rules. */
  public static NavigationLink network(int order, String path, String messageKey) {
    return new NavigationLink(NavigationPlace.NETWORK, order, path, messageKey);
  }

  /** A link in the menu about what the network does. */
  public static NavigationLink programme(int order, String path, String messageKey) {
    return new NavigationLink(NavigationPlace.PROGRAMME, order, path, messageKey);
  }

  /** A link in the administration's menu. */
  public static NavigationLink administration(int order, String path, String messageKey) {
    return new NavigationLink(NavigationPlace.ADMINISTRATION, order, path, messageKey);
  }

  /** A link that stands under the person's name. */
  public static NavigationLink own(int order, String path, String messageKey) {
    return new NavigationLink(NavigationPlace.OWN, order, path, messageKey);
  }
}
