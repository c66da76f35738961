class Trailproof < Formula
  desc "Proves that an IAM policy change raises an alarm that reaches somebody"
  homepage "https://github.com/trailproof/trailproof"
  url "https://github.com/trailproof/trailproof/releases/download/v@VERSION@/trailproof-@VERSION@.tar.gz"
  sha256 "@TAR_SHA256@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install Dir["*"]
    (bin/"trailproof").write_env_script libexec/"bin/trailproof", JAVA_HOME: Formula["openjdk"].opt_prefix
    man1.install_symlink libexec/"share/man/man1/trailproof.1"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/trailproof"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_trailproof"
  end

  test do
    system bin/"trailproof", "check", libexec/"examples/terraform/compliant/plan.json"
  end
end
