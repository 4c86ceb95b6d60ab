package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.notification.Letters.Letter;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A campaign's letter to one reader. The link to join is the same for everybody: nobody is watched
 * reading.
 */
public final class Invitation {

  /** The volunteers' public page. */
  static final String JOIN = "/join";

  private static final String TEMPLATE = "outreach-invitation";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(name|body)}");

  private Invitation() {}

  /**
   * @param campaignId 0 for a letter that is only shown
   */
  public static Letter letter(
      long campaignId,
      CampaignPlan plan,
      String name,
      String bodyName,
      String optOutPath,
      String address) {
    Map<String, String> values = Map.of("name", name, "body", bodyName);
    return new Letter(
        "campaign:" + campaignId,
        TEMPLATE,
        Map.of(
            "name",
            name,
            "subject",
            fill(plan.subject(), values),
            "text",
            fill(plan.message(), values)),
        JOIN,
        false,
        optOutPath,
        address);
  }

  /** In one pass: what a name contains is a name. */
  private static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }
}
