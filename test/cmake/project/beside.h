constexpr const char *beside = "beside";
