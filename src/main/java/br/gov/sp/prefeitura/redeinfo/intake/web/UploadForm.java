package br.gov.sp.prefeitura.redeinfo.intake.web;

import br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the coordination sends. {@code replaces} is the list that a corrected one takes the place
 * of, or {@code null}.
 */
class UploadForm {

  private ListKind kind;
  private MultipartFile file;
  private Long replaces;

  public ListKind getKind() {
    return kind;
  }

  public void setKind(ListKind kind) {
    this.kind = kind;
  }

  public MultipartFile getFile() {
    return file;
  }

  public void setFile(MultipartFile file) {
    this.file = file;
  }

  public Long getReplaces() {
    return replaces;
  }

  public void setReplaces(Long replaces) {
    this.replaces = replaces;
  }
}
