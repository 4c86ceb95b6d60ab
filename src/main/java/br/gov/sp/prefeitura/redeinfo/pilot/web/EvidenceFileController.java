package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceQueries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Files that people sent, to be kept and never shown: an attachment of the type that was found, in
 * a page of its own without rights. The name in the address is for whoever saves it; the id
 * decides.
 */
@Controller
class EvidenceFileController {

  /** No page, no script, no frame, whatever the browser makes of the content. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final EvidenceQueries queries;
  private final CurrentPerson currentPerson;

  EvidenceFileController(EvidenceQueries queries, CurrentPerson currentPerson) {
    this.queries = queries;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/pilots/evidence/{evidence:[0-9]+}/{name}")
  ResponseEntity<InputStreamResource> file(@PathVariable long evidence) {
    return answer(queries.file(evidence, currentPerson.require()), CacheControl.noStore());
  }

  @GetMapping("/projects/{id:[0-9]+}/evidence/{evidence:[0-9]+}/{name}")
  ResponseEntity<InputStreamResource> publicFile(
      @PathVariable long id, @PathVariable long evidence) {
    return answer(
        queries.publicFile(id, evidence), CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
  }

  private ResponseEntity<InputStreamResource> answer(Evidence file, CacheControl cache) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .contentLength(file.size())
        .cacheControl(cache)
        .header("Content-Security-Policy", NOTHING)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(queries.open(file)));
  }
}
