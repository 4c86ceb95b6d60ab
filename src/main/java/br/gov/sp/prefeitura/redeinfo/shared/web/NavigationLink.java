package br.gov.sp.prefeitura.redeinfo.shared.web;

/**
 * One entry of the navigation.
 *
 * @param order smaller comes first
 * @param path where it leads, relative to the application's address; pages below it count as its
 *     own
 * @param messageKey its text
 * @param own whether it leads to what is the person's own: such links stand under the person's name
 */
public record NavigationLink(int order, String path, String messageKey, boolean own) {

  public NavigationLink(int order, String path, String messageKey) {
    this(order, path, messageKey, false);
  }

  /** A link that stands under the person's name. */
  public static NavigationLink own(int order, String path, String messageKey) {
    return new NavigationLink(order, path, messageKey, true);
  }
}
