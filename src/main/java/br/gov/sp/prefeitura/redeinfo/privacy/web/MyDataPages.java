package br.gov.sp.prefeitura.redeinfo.privacy.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.privacy.domain.DataCopies;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData.Section;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A person's copy of their own data; nobody gets another person's here, whatever they ask for. */
@Controller
class MyDataPages {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final DataCopies copies;
  private final CopyFiles files;
  private final CurrentPerson people;
  private final Clock clock;

  MyDataPages(DataCopies copies, CopyFiles files, CurrentPerson people, Clock clock) {
    this.copies = copies;
    this.files = files;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/me/data")
  String show(Model model) {
    List<Section> sections = copies.of(people.require().personId());
    model.addAttribute("sections", sections.stream().filter(s -> !s.rows().isEmpty()).toList());
    model.addAttribute("nothing", sections.stream().filter(s -> s.rows().isEmpty()).toList());
    return "privacy/my-data";
  }

  @GetMapping("/me/data.json")
  ResponseEntity<byte[]> json() throws JsonProcessingException {
    byte[] file = files.json(copies.take(people.require().personId(), "json"));
    return download(file, MediaType.APPLICATION_JSON, "json");
  }

  @GetMapping("/me/data.zip")
  ResponseEntity<byte[]> zip() {
    byte[] file = files.zip(copies.take(people.require().personId(), "zip"));
    return download(file, ZIP, "zip");
  }

  private ResponseEntity<byte[]> download(byte[] file, MediaType type, String ending) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    "meus-dados-" + SaoPaulo.today(clock) + "." + ending, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file);
  }
}
