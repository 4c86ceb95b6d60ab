package br.gov.sp.prefeitura.redeinfo.workflow.web;

import br.gov.sp.prefeitura.redeinfo.workflow.StoredFilters;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Refused task lists, for administrators (paths below {@code /admin} are theirs). */
@Controller
@RequestMapping("/admin/filters")
class StoredFilterPages {

  private final StoredFilters filters;
  private final MessageSource messages;

  StoredFilterPages(StoredFilters filters, MessageSource messages) {
    this.filters = filters;
    this.messages = messages;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("refused", filters.refused());
    return "workflow/stored-filters";
  }

  @PostMapping("/{id}/remove")
  String remove(@PathVariable String id, RedirectAttributes flash) {
    filters.remove(id);
    flash.addFlashAttribute(
        "done",
        messages.getMessage("workflow.filters.removed", null, LocaleContextHolder.getLocale()));
    return "redirect:/admin/filters";
  }
}
