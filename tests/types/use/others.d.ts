// What examples import beside the package; that it fits is tested in tests/packaging.
declare module "*?url" {
  const address: string;
  export default address;
}
declare module "react-hook-form";
declare module "@hookform/resolvers/standard-schema";
