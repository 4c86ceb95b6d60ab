package br.gov.sp.prefeitura.redeinfo.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/** A task's form in Tasklist, worked by key like a person works it by sight. */
final class TasklistForm {

  private final Page page;

  private TasklistForm(Page page) {
    this.page = page;
  }

  /** The form that the page shows; waits until it is there and may be filled in. */
  static TasklistForm shownOn(Page page) {
    page.waitForSelector(".fjs-form");
    return new TasklistForm(page);
  }

  /** Follows the link of a mail to the task's form. */
  static TasklistForm openedBy(Page page, String link) {
    page.navigate(link);
    return shownOn(page);
  }

  Locator field(String key) {
    return page.locator("[id$='-Field_" + key + "']");
  }

  TasklistForm type(String key, String text) {
    field(key).fill(text);
    return this;
  }

  /** Picks an option of a select by its words. */
  TasklistForm select(String key, String words) {
    Locator select = page.locator(".fjs-form-field-select:has([id$='-Field_" + key + "'])");
    select.locator(".fjs-input-group").click();
    select.getByText(words, new Locator.GetByTextOptions().setExact(true)).click();
    return this;
  }

  /** Everything of one input: its label, its boxes or buttons, its lists. */
  Locator group(String key) {
    return page.locator(".fjs-form-field:has([id*='-Field_" + key + "'])");
  }

  /** Adds an option to a tag list by its words. */
  TasklistForm tag(String key, String words) {
    group(key).locator("input").fill(words);
    group(key).locator(".fjs-dropdownlist-item").getByText(words).click();
    return this;
  }

  /**
   * Types a date, a time, or both, as people here write them; {@code null} for what is not asked.
   */
  TasklistForm moment(String key, String date, String time) {
    Locator inputs = group(key).locator("input[data-input]");
    if (date != null) {
      inputs.first().fill(date);
      inputs.first().press("Enter");
      inputs.first().press("Escape");
    }
    if (time != null) {
      inputs.last().fill(time);
      inputs.last().press("Tab");
    }
    return this;
  }

  /** Chooses one of the radio buttons by its words. */
  TasklistForm choose(String words) {
    page.getByLabel(words, new Page.GetByLabelOptions().setExact(true)).check();
    return this;
  }

  /** Completes the task and waits until Tasklist has taken the form away. */
  void complete() {
    submit();
    page.waitForSelector(
        ".fjs-form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Presses the button only: the answer may be a refusal. */
  void submit() {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Concluir$|^Completar$")))
        .click();
  }
}
