// The process in which documents are read, for tests; in the server it is the server's own program.
#include "documents/reader.hpp"

int main(int argc, char** argv) {
    return kunna::documents::read_document(argc, argv);
}
