// How the process that reads says what came of it. Private to documents. Lower codes are pdftotext's own.
#pragma once

namespace kunna::documents {

inline constexpr int refused_here = 70; // the code is on standard error
inline constexpr int no_pdf_tool = 71;
inline constexpr int out_of_memory = 72;
inline constexpr int pdf_not_allowed = 3; // pdftotext's: the document forbids copying

} // namespace kunna::documents
