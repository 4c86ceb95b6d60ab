package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalField;
import br.gov.sp.prefeitura.redeinfo.shared.text.TextDifference;
import java.util.List;

/** An answer that changed, piece by piece. */
record ShownChange(ProposalField field, List<TextDifference.Piece> pieces) {}
